import type { Queryable } from '@db/client.server';
import { markHelped } from '@db/queries/helped-things.server';
import { insertBarriers, listBarriers, lockCustomer, withdrawBarriers } from '@db/queries/situation.server';
import type { Barrier } from '~/domain/situation/barrier';
import { changeBarriers, noteOf, type ToldBarrier } from '~/domain/situation/change-barriers';
import type { Deps } from './deps';

/** What a customer has told of their situation and not taken back, with the words opened. */
export async function toldBy(q: Queryable, deps: Deps, customerId: string): Promise<ToldBarrier[]> {
  const rows = await listBarriers(q, customerId);
  return rows.map(({ id, kind, note }) => ({ id, kind, note: note === null ? null : deps.vault.open(note) }));
}

/** What a customer's form begins with: what is ticked, and their own words. */
export const viewSituation = (deps: Deps) => async (input: { customerId: string }) => {
  const told = await deps.db.read((q) => toldBy(q, deps, input.customerId));
  return { kinds: [...new Set(told.map(({ kind }) => kind))], note: noteOf(told) };
};

/**
 * Saves what a customer tells of their situation, in place of what they told before: nothing ticked takes all of it back.
 * What changes is withdrawn and told anew, so that the history stays. The same again changes nothing.
 * @param wanted.helpId the help in which a colleague puts it in for the customer, if one does.
 * @param by who put it down: the customer, or a member of staff with them.
 * @returns whether anything changed.
 */
export async function saveSituation(
  q: Queryable,
  deps: Deps,
  wanted: { customerId: string; kinds: readonly Barrier[]; note: string; helpId?: string | null },
  by: 'customer' | 'staff',
): Promise<boolean> {
  const { customerId, kinds, note } = wanted;
  const now = deps.clock.now();
  await lockCustomer(q, customerId);
  const change = changeBarriers(await toldBy(q, deps, customerId), { kinds, note: note.trim() });
  await withdrawBarriers(q, { ids: change.withdraw, now });
  const rows = change.tell.map(({ kind, note: words }) => ({
    ...{ id: deps.newId(), customerId, kind, toldAt: now, toldBy: by },
    note: words === null ? null : deps.vault.seal(words),
  }));
  await insertBarriers(q, rows);
  await markHelped(
    q,
    wanted.helpId,
    rows.map(({ id }) => id),
  );
  return change.withdraw.length + rows.length > 0;
}

/** Saves what a customer tells of their situation themselves. */
export const tellSituation =
  (deps: Deps) =>
  async (input: Parameters<typeof saveSituation>[2]): Promise<void> => {
    await deps.db.write((q) => saveSituation(q, deps, input, 'customer'));
  };
