import { MINUTE } from '../clock';
import { isCancelled } from './told-facts';
import type { AppointmentStatus } from './appointment';

/** How an appointment stands, in one word, for whoever works through a day. */
export type DayState =
  | 'confirmed'
  | 'no_reply'
  | 'cannot_come'
  | 'not_recorded'
  | 'attended'
  | 'attended_late'
  | 'failed_to_attend'
  | 'excused'
  | 'rearranged'
  | 'cancelled';

interface Standing {
  status: AppointmentStatus;
  /** Instants in ms. */
  startsAt: number;
  endsAt: number;
  confirmedAt: number | null;
  cannotComeAt: number | null;
  /** They came, but not on time. */
  late?: boolean;
}

/** People come early: an outcome may be recorded from this long before the start. */
const EARLY = 15 * MINUTE;

/** How an appointment stands at `now` (ms): what was recorded, else what the customer last said. */
export function dayStateOf(appointment: Standing, now: number): DayState {
  const { status, confirmedAt, cannotComeAt } = appointment;
  if (isCancelled(status)) return 'cancelled';
  if (status === 'attended' && appointment.late === true) return 'attended_late';
  if (status !== 'booked') return status;
  if (saysCannotCome({ confirmedAt, cannotComeAt })) return 'cannot_come';
  if (now >= appointment.endsAt) return 'not_recorded';
  return confirmedAt === null ? 'no_reply' : 'confirmed';
}

/** True when the time of an appointment is free, or will be as soon as its customer has another. */
export function isFreed(state: DayState): boolean {
  return state === 'cancelled' || state === 'cannot_come';
}

/** True when "I can't come" is the last thing that the customer said. */
export function saysCannotCome(answer: { confirmedAt: number | null; cannotComeAt: number | null }): boolean {
  return answer.cannotComeAt !== null && answer.cannotComeAt >= (answer.confirmedAt ?? 0);
}

/**
 * Why it cannot be recorded at `now` (ms) what came of an appointment; null when it can. What was recorded may be corrected by
 * another outcome; what was called off has none.
 */
export function whyNotRecorded(
  { status, startsAt }: Pick<Standing, 'status' | 'startsAt'>,
  now: number,
): 'not_standing' | 'not_yet' | null {
  if (isCancelled(status)) return 'not_standing';
  return now < startsAt - EARLY ? 'not_yet' : null;
}

/** True when nobody has recorded yet what came of it, and somebody may at `now` (ms). */
export function mayRecordOutcome(appointment: Pick<Standing, 'status' | 'startsAt'>, now: number): boolean {
  return appointment.status === 'booked' && whyNotRecorded(appointment, now) === null;
}

/** True when an outcome was recorded that another one may correct at `now` (ms). */
export function mayCorrectOutcome(appointment: Pick<Standing, 'status' | 'startsAt'>, now: number): boolean {
  return appointment.status !== 'booked' && whyNotRecorded(appointment, now) === null;
}

/** True when the office may call an appointment off before it is held: from its start on, that is an outcome. */
export function mayCancel({ status, startsAt }: Pick<Standing, 'status' | 'startsAt'>, now: number): boolean {
  return status === 'booked' && now < startsAt;
}
