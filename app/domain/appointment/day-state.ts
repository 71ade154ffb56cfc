import { MINUTE } from '../clock';
import type { AppointmentStatus } from './appointment';

/** How an appointment stands, in one word, for whoever works through a day. */
export type DayState =
  | 'confirmed'
  | 'no_reply'
  | 'cannot_come'
  | 'not_recorded'
  | 'attended'
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
}

/** People come early: an outcome may be recorded from this long before the start. */
const EARLY = 15 * MINUTE;

/** How an appointment stands at `now` (ms): what was recorded, else what the customer last said. */
export function dayStateOf(appointment: Standing, now: number): DayState {
  const { status, confirmedAt, cannotComeAt } = appointment;
  if (status === 'cancelled_by_customer' || status === 'cancelled_by_office') return 'cancelled';
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

/** True when it may be recorded at `now` (ms) whether the customer came. */
export function mayRecordOutcome(appointment: Pick<Standing, 'status' | 'startsAt'>, now: number): boolean {
  return appointment.status === 'booked' && now >= appointment.startsAt - EARLY;
}
