import { insertAccessNeeds, listAccessNeeds, withdrawAccessNeeds } from '@db/queries/access-needs.server';
import { markHelped } from '@db/queries/helped-things.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { lockOwnCustomer } from '@db/queries/own-details.server';
import type { AccessNeed } from '~/domain/situation/access-need';
import type { Deps } from './deps';
import { keepFormatRequests } from './keep-format-requests.server';

/** What somebody needs, and more about it in their own words; empty when they said nothing more. */
export type AccessNeedsTold = Partial<Record<AccessNeed, string>>;

/** What a customer has told us that they need, now and before; instants in ms. */
export const viewAccessNeeds =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }) => {
    const { rows, zone } = await deps.db.read(async (q) => {
      const person = await findCustomerWithOffice(q, customerId);
      if (!person) throw new Error('a session belongs to nobody');
      return { rows: await listAccessNeeds(q, customerId), zone: person.office.timeZone };
    });
    const shown = rows.map(({ need, detail, toldAt, withdrawnAt }) => {
      return { need, detail: detail === null ? '' : deps.vault.open(detail), toldAt, withdrawnAt };
    });
    return {
      zone,
      now: shown.filter(({ withdrawnAt }) => withdrawnAt === null),
      before: shown.filter(({ withdrawnAt }) => withdrawnAt !== null).reverse(),
    };
  };

/**
 * Makes the needs on record those that the customer has ticked. What they untick is withdrawn, with its date; nothing is deleted.
 * @param input.helpId the help in which a colleague puts it in for them, if one does.
 */
export const saveAccessNeeds =
  (deps: Deps) =>
  async (input: { customerId: string; told: AccessNeedsTold; helpId?: string | null }): Promise<void> =>
    deps.db.write(async (q) => {
      const { customerId, told } = input;
      await lockOwnCustomer(q, customerId);
      const now = deps.clock.now();
      const standing = (await listAccessNeeds(q, customerId)).filter(({ withdrawnAt }) => withdrawnAt === null);
      const detailOf = (detail: string | null) => (detail === null ? '' : deps.vault.open(detail));
      const isTold = (row: (typeof standing)[number]) => told[row.need] === detailOf(row.detail);
      await withdrawAccessNeeds(
        q,
        standing.filter((row) => !isTold(row)).map(({ id }) => id),
        now,
      );
      const kept = new Set(standing.filter(isTold).map(({ need }) => need));
      const added = (Object.entries(told) as [AccessNeed, string][]).filter(([need]) => !kept.has(need));
      const rows = added.map(([need, detail]) => ({
        ...{ id: deps.newId(), customerId, need, toldAt: now, toldBy: 'customer' as const },
        detail: detail === '' ? null : deps.vault.seal(detail),
      }));
      await insertAccessNeeds(q, rows);
      await markHelped(
        q,
        input.helpId,
        rows.map(({ id }) => id),
      );
      await keepFormatRequests(q, deps, [customerId]);
    });
