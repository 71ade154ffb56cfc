import { findCustomerAndAdviser } from '@db/queries/advisers.server';
import { listCoversOf } from '@db/queries/covers.server';
import type { Queryable } from '@db/client.server';
import { coverAhead, coverInForce } from '~/domain/adviser/cover';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';

/** Days before its first one in which a cover is announced. */
const ANNOUNCED_DAYS = 14;

/** Somebody stands in for the adviser; dates of the office, both included. */
export interface ShownCover {
  standIn: { id: string; firstName: string; lastName: string };
  fromOn: string;
  untilOn: string;
}

/**
 * Who is a customer's adviser, and who stands in today or soon will.
 * @throws when there is no such customer.
 */
export async function getAdviserToday(q: Queryable, deps: Deps, customerId: string) {
  const now = deps.clock.now();
  const found = await findCustomerAndAdviser(q, customerId);
  if (!found) throw new Error('no such customer');
  const { customer, office, adviser } = found;
  const today = wallClockOf(now, office.timeZone).date;
  const covers = adviser ? await listCoversOf(q, { adviserId: adviser.id, today }) : [];
  const rows = covers.map(({ cover, standIn }) => ({ ...cover, standIn }));
  return {
    ...{ customer, office, adviser, now, today, zone: office.timeZone },
    cover: coverInForce(rows, today),
    ahead: coverAhead(rows, today, addDays(today, ANNOUNCED_DAYS)),
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof getAdviserToday>>['cover']>;

/** What pages need of a cover, and no more. */
export function shownCover(row: Row | null): ShownCover | null {
  if (!row) return null;
  const { id, firstName, lastName } = row.standIn;
  return { standIn: { id, firstName, lastName }, fromOn: row.fromOn, untilOn: row.untilOn };
}
