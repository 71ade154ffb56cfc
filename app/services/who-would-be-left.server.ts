import { countLeft } from '@db/queries/customers.server';
import type { Deps } from './deps';

/** What nobody would see to if an adviser went: customers whose adviser they are, and appointments in their diary that are to come. */
export interface Left {
  customers: number;
  appointments: number;
}

/**
 * Who would be left without an adviser, and what without anybody to hold it, if this adviser went now; both 0 when they may
 * go. Of one office: an adviser of another has nothing here.
 */
export const whoWouldBeLeft =
  (deps: Deps) =>
  async ({ officeId, adviserId }: { officeId: string; adviserId: string }): Promise<Left> =>
    deps.db.read((q) => countLeft(q, { officeId, adviserId, now: deps.clock.now() }));
