import type { Queryable } from '@db/client.server';
import { listLettersById, updateLetters, type LetterRow } from '@db/queries/letters.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { lockMessage, updateMessage } from '@db/queries/messages.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { MessageStatus } from '~/domain/messaging/message';
import { ruleFits } from '~/domain/reminder/rule-fits';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface LettersPosted {
  /** How many are marked as posted now, or were already. */
  posted: string[];
  /** How many must not go: their appointment changed, or they come too late. */
  overtaken: number;
}

/**
 * Marks letters as posted: their messages are `sent`. One that was overtaken meanwhile stays as it is. The second time
 * nothing changes. Letters of another office are as if they were not there.
 */
export const postLetters =
  (deps: Deps) =>
  async ({ staff, ids }: { staff: SignedInStaff; ids: readonly string[] }): Promise<LettersPosted> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const result: LettersPosted = { posted: [], overtaken: 0 };
      for (const { id } of await listLettersById(q, { officeId: staff.officeId, ids: [...ids] })) {
        const message = await lockMessage(q, id);
        if (message?.status === 'accepted') {
          await updateMessage(q, id, { status: 'sent', sentAt: now });
          await updateLetters(q, [id], { postedAt: now, postedBy: staff.id });
          await tell(q, deps, staff, { id, status: 'sent', detail: 'posted' });
          result.posted.push(id);
        } else if (message?.status === 'sent') result.posted.push(id);
        else result.overtaken += 1;
      }
      return result;
    });

/**
 * Takes "posted" back, for letters that are still to be posted as they are.
 * @returns how many wait in the queue again, and how many are left as posted because they have been overtaken since.
 */
export const unpostLetters =
  (deps: Deps) =>
  async ({ staff, ids }: { staff: SignedInStaff; ids: readonly string[] }): Promise<{ back: number; kept: number }> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const result = { back: 0, kept: 0 };
      for (const letter of await listLettersById(q, { officeId: staff.officeId, ids: [...ids] })) {
        const message = await lockMessage(q, letter.id);
        if (message?.status !== 'sent') continue;
        if (!isStillSo(letter) || now > letter.postBy) {
          result.kept += 1;
          continue;
        }
        await updateMessage(q, letter.id, { status: 'accepted', sentAt: null });
        await updateLetters(q, [letter.id], { postedAt: null, postedBy: null });
        await tell(q, deps, staff, { id: letter.id, status: 'accepted', detail: 'not_posted' });
        result.back += 1;
      }
      return result;
    });

/** True while what a letter says is so: of an appointment as it now stands, or of the adviser they now have. */
function isStillSo({ purpose, reminder, appointment, adviserSince, writtenAt }: LetterRow): boolean {
  // A plan or a change of details was so when it was written, and has its date.
  if (purpose === 'notice') return true;
  if (!reminder || !appointment) return adviserSince !== null && writtenAt >= adviserSince;
  return reminder.version === appointment.version && ruleFits(reminder.rule, appointment.status);
}

async function tell(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  news: { id: string; status: MessageStatus; detail: 'posted' | 'not_posted' },
): Promise<void> {
  const { id: messageId, status, detail } = news;
  const id = deps.newId();
  await insertMessageEvents(q, [
    { id, messageId, at: deps.clock.now(), status, source: 'staff', detail, newsKey: `${detail}:${id}` },
  ]);
  await appendAudit(q, deps, {
    chain: officeChain(staff.officeId),
    actor: { kind: 'staff', id: staff.id },
    action: `letter.${detail}`,
    subjectKind: 'message',
    subjectId: messageId,
  });
}
