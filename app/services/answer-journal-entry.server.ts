import type { Queryable } from '@db/client.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findNewestEntry, insertEntry, listEntryStates, markRead } from '@db/queries/journal.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { DAY } from '~/domain/clock';
import { isWorthANotice, unanswered } from '~/domain/journal/entry';
import { journalNoticeText } from '~/i18n/messages';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { tellCustomer } from './tell-customer.server';
import { takeFormKey } from './write-journal-entry.server';

export type AnswerEntryResult =
  /** `told`: a text or an email says so, or one already does; null when the same form was sent before. */
  | { ok: true; told: boolean | null }
  /** `written_since`: the customer has written again after what the answer has seen. */
  | { ok: false; reason: 'not_found' | 'written_since' };

/** After this a notice has nothing new to say: they will have met, or signed in (ms). */
const NOTICE_FOR = 2 * DAY;

/**
 * Writes to a customer of the member's office, which answers all that they wrote before, and tells them by text or email
 * that there is something to read: never what. On record.
 * @param input.seen the id of the customer's newest entry that was on screen; empty when there was none.
 */
export const answerJournalEntry =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    key: string | null;
    text: string;
    seen: string;
    requestId: string | null;
  }): Promise<AnswerEntryResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, text } = input;
      const now = deps.clock.now();
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId })))
        return { ok: false, reason: 'not_found' };
      const { id } = await takeFormKey(q, deps, { ...input, staffId: staff.id });
      if (id === null) return { ok: true, told: null };
      const newest = await findNewestEntry(q, { customerId, writtenBy: 'customer' });
      if ((newest?.id ?? '') !== input.seen) return { ok: false, reason: 'written_since' };

      const told = await tell(q, deps, input);
      const body = deps.vault.seal(text);
      await insertEntry(q, { id, customerId, at: now, writtenBy: 'staff', staffId: staff.id, body });
      await markRead(q, { customerId, writtenBy: 'customer', until: now, now });
      await appendAudit(q, deps, { ...by(staff), action: 'journal.written', ...aCustomer(customerId) });
      return { ok: true, told };
    });

async function tell(
  q: Queryable,
  deps: Deps,
  { staff, customerId, requestId }: { staff: SignedInStaff; customerId: string; requestId: string | null },
): Promise<boolean> {
  const now = deps.clock.now();
  const entries = await listEntryStates(q, { customerId, since: now - 30 * DAY });
  if (!isWorthANotice(entries, now)) return true;
  const answers = unanswered(entries).length > 0;
  return tellCustomer(q, deps, {
    ...{ customerId, purpose: 'notice', sendBy: now + NOTICE_FOR, requestId },
    write: ({ customer, channel }) =>
      journalNoticeText({
        ...{ channel, answers, language: customer.language, discreet: customer.discreet },
        ...{ firstName: customer.firstName, from: staff.firstName, link: `${deps.publicUrl}/sign-in?then=messages` },
      }),
  });
}

/** A colleague has read what a customer of the office wrote up to an instant (ms). The same again changes nothing. */
export const markEntriesRead =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; customerId: string; until: number }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const { staff, customerId, until } = input;
      const now = deps.clock.now();
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId }))) return false;
      await markRead(q, { customerId, writtenBy: 'customer', until: Math.min(until, now), now });
      await appendAudit(q, deps, { ...by(staff), action: 'journal.marked_read', ...aCustomer(customerId) });
      return true;
    });

const by = (staff: SignedInStaff) => ({
  chain: officeChain(staff.officeId),
  actor: { kind: 'staff' as const, id: staff.id },
});
const aCustomer = (id: string) => ({ subjectKind: 'customer', subjectId: id });
