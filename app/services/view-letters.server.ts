import {
  listOvertakenLetters,
  listPostedLetters,
  listWaitingLetters,
  type LetterRow,
} from '@db/queries/letters.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { DAY } from '~/domain/clock';
import type { Language } from '~/domain/language';
import type { MessageStatus } from '~/domain/messaging/message';
import type { ReminderRule } from '~/domain/reminder/policy';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** A letter as the print queue shows it; instants in ms. The address is only on the letter itself. */
export interface QueuedLetter {
  id: string;
  customer: { id: string; firstName: string; lastName: string };
  language: Language;
  /** They have told us that they need large print. */
  large: boolean;
  status: MessageStatus;
  postBy: number;
  postedAt: number | null;
  /** The reminder that it is, and of which appointment; null for one that says who is their adviser now. */
  about: { rule: ReminderRule; appointmentId: string; startsAt: number } | null;
  /** A letter that a colleague asked for, such as a plan. */
  byHand: boolean;
  /** To be posted today, or it comes too late. */
  lastDay: boolean;
}

export interface LetterQueue {
  zone: string;
  now: number;
  /** To be printed and posted, the most urgent first. */
  waiting: QueuedLetter[];
  /** Overtaken in the last days without having been posted: who has printed one must not post it. */
  overtaken: QueuedLetter[];
  posted: QueuedLetter[];
}

const SHOWN_FOR = 3 * DAY;

/** The print queue of the office of a member of staff. */
export const viewLetters =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<LetterQueue> => {
    const now = deps.clock.now();
    const { officeId } = staff;
    const since = now - SHOWN_FOR;
    const queue = await deps.db.read(async (q) => {
      const { zone } = await getWorkingTime(q, officeId);
      const view = (row: LetterRow) => viewOf(row, now);
      return {
        zone,
        now,
        waiting: (await listWaitingLetters(q, officeId)).map(view),
        overtaken: (await listOvertakenLetters(q, { officeId, since })).map(view),
        posted: (await listPostedLetters(q, { officeId, since })).map(view),
      };
    });
    await recordRead(deps)({
      reader: staff,
      action: 'letters.read',
      subjectKind: 'office',
      subjectId: officeId,
      detail: `${queue.waiting.length} waiting`,
    });
    return queue;
  };

function viewOf(row: LetterRow, now: number): QueuedLetter {
  const { id, customerId, firstName, lastName, language, status, postBy, postedAt, reminder, appointment } = row;
  return {
    ...{ id, language, status, postBy, postedAt, large: row.largePrint },
    byHand: row.purpose === 'notice',
    customer: { id: customerId, firstName, lastName },
    about:
      reminder && appointment
        ? { rule: reminder.rule, appointmentId: appointment.id, startsAt: appointment.startsAt }
        : null,
    lastDay: postBy - now < DAY,
  };
}
