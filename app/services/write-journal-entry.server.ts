import { lockCustomerTies } from '@db/queries/availability.server';
import { markHelped, unmarkHelped } from '@db/queries/helped-things.server';
import { deleteEntry, findEntry, findNewestEntry, insertEntry, markRead } from '@db/queries/journal.server';
import type { Queryable } from '@db/client.server';
import { isTooSoon, mayTakeBack } from '~/domain/journal/entry';
import type { Deps } from './deps';

export type WriteResult = { ok: true; changed: boolean } | { ok: false; reason: 'too_soon' };

/** What a form wrote before, and the id that a new entry gets. */
export interface FormKey {
  /** The id for a new entry; null when the same form has written the same words already. */
  id: string | null;
}

/**
 * A form carries the id of the entry that it makes, so that sending it twice writes once. Other words with the same key,
 * as after "back" in the browser, are a new entry; so is a key that somebody else has used.
 * @param form.key the form's; null when it brought none.
 */
export async function takeFormKey(
  q: Queryable,
  deps: Deps,
  form: { key: string | null; customerId: string; staffId: string | null; text: string },
): Promise<FormKey> {
  if (form.key === null) return { id: deps.newId() };
  const before = await findEntry(q, form.key);
  if (!before) return { id: form.key };
  const same =
    before.customerId === form.customerId &&
    before.staffId === form.staffId &&
    deps.vault.open(before.body) === form.text;
  return { id: same ? null : deps.newId() };
}

/**
 * Writes to the adviser, or whoever stands in. What the office had written by `seenAt` counts as read.
 * @param input.text as `readText` gives it; `seenAt` is an instant (ms).
 * @throws when there is no such customer.
 */
export const writeJournalEntry =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    /** The help in which a colleague writes it for them, if one does. */
    helpId?: string | null;
    key: string | null;
    text: string;
    seenAt: number;
  }): Promise<WriteResult> =>
    deps.db.write(async (q) => {
      const { customerId, text } = input;
      const now = deps.clock.now();
      if (!(await lockCustomerTies(q, customerId))) throw new Error('no such customer');
      const { id } = await takeFormKey(q, deps, { ...input, staffId: null });
      if (id === null) return { ok: true, changed: false };
      const newest = await findNewestEntry(q, { customerId, writtenBy: 'customer' });
      if (isTooSoon(newest?.at ?? null, now)) return { ok: false, reason: 'too_soon' };
      await insertEntry(q, { id, customerId, at: now, writtenBy: 'customer', body: deps.vault.seal(text) });
      await markHelped(q, input.helpId, [id]);
      await markRead(q, { customerId, writtenBy: 'staff', until: Math.min(input.seenAt, now), now });
      return { ok: true, changed: true };
    });

/** The customer has read what the office wrote up to an instant (ms). The same again changes nothing. */
export const markJournalRead =
  (deps: Deps) =>
  async (input: { customerId: string; until: number }): Promise<void> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      await markRead(q, { ...input, until: Math.min(input.until, now), writtenBy: 'staff', now });
    });

/**
 * Takes back what a customer wrote, as long as nobody has read it: then it was never there.
 * @returns `read` when somebody has. What is not there, or somebody else's, is `gone`.
 */
export const takeBackEntry =
  (deps: Deps) =>
  async (input: { customerId: string; entryId: string }): Promise<'gone' | 'read'> =>
    deps.db.write(async (q) => {
      await lockCustomerTies(q, input.customerId);
      const entry = await findEntry(q, input.entryId);
      if (entry?.customerId !== input.customerId) return 'gone';
      if (!mayTakeBack(entry)) return 'read';
      await deleteEntry(q, entry.id);
      await unmarkHelped(q, entry.id);
      return 'gone';
    });
