import type { AppointmentStatus } from '../appointment/appointment';
import { mustBeTold } from '../appointment/appointment';
import type { ReminderRule, SameDayWay } from '../reminder/policy';
import { ruleFits } from '../reminder/rule-fits';
import type { MessageStatus } from './message';
import { wentOut } from './went-out';

/** A due reminder with everything that decides whether it still should go; all instants in ms. */
export interface DueReminder {
  rule: ReminderRule;
  version: number;
  /** When the rule meant it to go, whatever held it up since. */
  ruleNotBefore: number;
  sendBy: number;
  appointment: {
    version: number;
    status: AppointmentStatus;
    startsAt: number;
    confirmedAt: number | null;
    cannotComeAt: number | null;
  };
  /** Messages for the same version of the appointment, of other rules. */
  others: readonly { rule: ReminderRule; ruleNotBefore: number; notBefore: number; status: MessageStatus }[];
  /** The first instant at or after now at which messages may go out: now itself outside quiet hours. */
  allowedFrom: number;
  /** How the policy that planned it wants people reached on the day. */
  sameDay: SameDayWay;
}

export type DueDecision =
  | { act: 'send'; /** This channel, or else a person phones. */ only?: 'voice' }
  | { act: 'hold'; until: number }
  | { act: 'end'; status: 'superseded' | 'cancelled' | 'suppressed'; reason: string }
  | { act: 'expire'; callList: boolean }
  | { act: 'call'; reason: 'not_confirmed' | 'out_of_time' };

const ARRIVED: readonly MessageStatus[] = ['accepted', 'sent', 'delivered'];
const BEFORE_THE_MEETING: readonly ReminderRule[] = ['booked', 'three_days_before', 'one_day_before', 'same_day'];

/**
 * Looks at a due reminder once more, in the transaction that would claim it. Most things that were true when it was
 * planned may have changed: the appointment, the answer, the hour. Source: design of the reminder engine, "Sending", 1.
 */
export function assessDue(due: DueReminder, now: number): DueDecision {
  const { rule, appointment } = due;
  if (due.version !== appointment.version) return { act: 'end', status: 'superseded', reason: 'changed_since' };
  if (!ruleFits(rule, appointment.status)) return { act: 'end', status: 'cancelled', reason: appointment.status };

  const beforeMeeting = BEFORE_THE_MEETING.includes(rule);
  if (beforeMeeting && (appointment.cannotComeAt ?? 0) > (appointment.confirmedAt ?? 0))
    return { act: 'end', status: 'suppressed', reason: 'cannot_come' };

  const ahead = mustBeTold(appointment.status) && now < appointment.startsAt;
  if (now > due.sendBy) {
    return { act: 'expire', callList: ahead && !due.others.some((other) => ARRIVED.includes(other.status)) };
  }
  if (beforeMeeting && due.others.some((other) => overtakes(other, due, now)))
    return { act: 'end', status: 'superseded', reason: 'merged' };

  if (rule === 'same_day') return assessSameDay(due, now);

  if (due.allowedFrom <= now) return { act: 'send' };
  if (due.allowedFrom <= due.sendBy) return { act: 'hold', until: due.allowedFrom };
  return ahead ? { act: 'call', reason: 'out_of_time' } : { act: 'expire', callList: false };
}

/** A later rule that is due as well, or has gone out already, says the same, and nearer to the day. */
function overtakes(other: DueReminder['others'][number], due: DueReminder, now: number): boolean {
  if (!BEFORE_THE_MEETING.includes(other.rule) || other.ruleNotBefore <= due.ruleNotBefore) return false;
  if (other.status === 'planned') return other.notBefore <= now;
  // On the day somebody phones, and may not get through: that takes no message's place.
  return other.rule !== 'same_day' && wentOut(other.status);
}

/** On the day: a person phones, or a voice call does, and only when there is neither an answer nor a receipt. */
function assessSameDay({ appointment, others, sameDay, allowedFrom }: DueReminder, now: number): DueDecision {
  if (appointment.confirmedAt !== null) return { act: 'end', status: 'suppressed', reason: 'confirmed' };
  const attempted = others.filter((other) => other.status !== 'superseded' && other.status !== 'cancelled');
  const last = attempted.reduce<(typeof others)[number] | null>(
    (latest, other) => (latest === null || other.notBefore >= latest.notBefore ? other : latest),
    null,
  );
  if (last?.status === 'delivered') return { act: 'end', status: 'suppressed', reason: 'delivered' };
  // In quiet hours no machine rings; a person sees when the call makes sense.
  if (sameDay === 'voice' && allowedFrom <= now) return { act: 'send', only: 'voice' };
  return { act: 'call', reason: 'not_confirmed' };
}
