import type { Queryable } from '@db/client.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findEntry, findOfficeEntry, updateDone } from '@db/queries/journal.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type CloseResult =
  | { ok: true; customerId: string; changed: boolean }
  /** `done_before`: a colleague has dealt with it already. */
  | { ok: false; reason: 'done_before'; customerId: string }
  | { ok: false; reason: 'not_found' };

interface OnEntry {
  staff: SignedInStaff;
  entryId: string;
}

/** An entry that a customer of the office wrote, locked; null when there is none, or it is another office's. */
async function lockEntry(q: Queryable, { staff, entryId }: OnEntry) {
  const found = await findOfficeEntry(q, { id: entryId, officeId: staff.officeId });
  if (found?.writtenBy !== 'customer') return null;
  await lockOfficeCustomer(q, { id: found.customerId, officeId: staff.officeId });
  return findEntry(q, entryId);
}

/** An entry of a customer of the viewer's office, for saying what was done about it; null when there is none, or it is another office's. */
export const viewEntryToClose =
  (deps: Deps) =>
  async ({ staff, entryId }: OnEntry) => {
    const shown = await deps.db.read(async (q) => {
      const entry = await findOfficeEntry(q, { id: entryId, officeId: staff.officeId });
      if (entry?.writtenBy !== 'customer') return null;
      const found = await findOfficeCustomer(q, { id: entry.customerId, officeId: staff.officeId });
      if (!found) return null;
      const { id, firstName, lastName } = found.customer;
      return {
        ...{ zone: found.office.timeZone, now: deps.clock.now(), customer: { id, firstName, lastName } },
        entry: { id: entryId, at: entry.at, text: deps.vault.open(entry.body) },
      };
    });
    if (!shown) return null;
    const subject = { subjectKind: 'customer', subjectId: shown.customer.id };
    await recordRead(deps)({ reader: staff, action: 'journal.read', ...subject });
    return shown;
  };

export type EntryToClose = NonNullable<Awaited<ReturnType<ReturnType<typeof viewEntryToClose>>>>;

/**
 * Notes what was done about what a customer wrote; they see it. It needs no answer then.
 * @param input.note in words, or null.
 */
export const closeEntry =
  (deps: Deps) =>
  async (input: OnEntry & { note: string | null }): Promise<CloseResult> =>
    deps.db.write(async (q) => {
      const { staff, note } = input;
      const entry = await lockEntry(q, input);
      if (!entry) return { ok: false, reason: 'not_found' };
      const { id, customerId, doneNote } = entry;
      if (entry.doneAt !== null) {
        const same = entry.doneBy === staff.id && (doneNote === null ? null : deps.vault.open(doneNote)) === note;
        return same ? { ok: true, customerId, changed: false } : { ok: false, reason: 'done_before', customerId };
      }
      const now = deps.clock.now();
      const sealed = note === null ? null : deps.vault.seal(note);
      const readAt = entry.readAt ?? now;
      await updateDone(q, id, { readAt, doneAt: now, doneBy: staff.id, doneNote: sealed });
      await appendAudit(q, deps, fact(staff, 'journal.done', id));
      return { ok: true, customerId, changed: true };
    });

/** Takes that back: it waits for an answer again, unless it has had one. */
export const reopenEntry =
  (deps: Deps) =>
  async (input: OnEntry): Promise<CloseResult> =>
    deps.db.write(async (q) => {
      const entry = await lockEntry(q, input);
      if (!entry) return { ok: false, reason: 'not_found' };
      const { id, customerId } = entry;
      if (entry.doneAt === null) return { ok: true, customerId, changed: false };
      await updateDone(q, id, { doneAt: null, doneBy: null, doneNote: null });
      await appendAudit(q, deps, fact(input.staff, 'journal.reopened', id));
      return { ok: true, customerId, changed: true };
    });

const fact = (staff: SignedInStaff, action: 'journal.done' | 'journal.reopened', entryId: string) => ({
  chain: officeChain(staff.officeId),
  actor: { kind: 'staff' as const, id: staff.id },
  action,
  subjectKind: 'journal_entry',
  subjectId: entryId,
});
