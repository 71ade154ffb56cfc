import { Temporal } from 'temporal-polyfill';
import { addDays } from '../time/wall-clock';
import { workingDayFrom, workingDaysBetween, type BankHolidays } from '../time/working-days';

/** How many months after a plan was agreed it is asked after: what was agreed is forgotten soonest in the first weeks. */
export const FOLLOW_UP_MONTHS = [1, 3, 6] as const;

/** Working days after its date on which a follow-up that nobody has done becomes a call to make. */
export const CALL_AFTER = 3;

/** How many days ahead the list of follow-ups looks. */
export const SOON = 14;

/**
 * When a plan that was agreed on a date is asked after. The same day of the month; where the month has none, its last day;
 * where nobody works on that day, the next working day. Each is counted from the agreement, so that one that moved moves no other.
 * @param agreedOn a date of the office, "2026-11-30".
 */
export function followUpDates(agreedOn: string, holidays: BankHolidays): { months: number; dueOn: string }[] {
  const from = Temporal.PlainDate.from(agreedOn);
  return FOLLOW_UP_MONTHS.map((months) => {
    const day = from.add({ months }, { overflow: 'constrain' }).toString();
    return { months, dueOn: workingDayFrom(day, holidays) };
  });
}

/** A follow-up, as far as rules look at it. Instants in ms; `dueOn` is a date. */
export interface PlannedFollowUp {
  dueOn: string;
  doneAt: number | null;
  cancelledAt: number | null;
}

export type FollowUpState = 'done' | 'cancelled' | 'overdue' | 'today' | 'soon' | 'later';

/** How a follow-up stands on a day. */
export function followUpState({ dueOn, doneAt, cancelledAt }: PlannedFollowUp, today: string): FollowUpState {
  if (doneAt !== null) return 'done';
  if (cancelledAt !== null) return 'cancelled';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, SOON) ? 'soon' : 'later';
}

/** True for what a new agreement makes superfluous: it stands, and its day has not come. What is due already is still asked. */
export function endsWithNewAgreement(followUp: PlannedFollowUp, today: string): boolean {
  const state = followUpState(followUp, today);
  return state === 'soon' || state === 'later';
}

/** True when nobody has done it for so long that somebody is to be phoned about it. */
export function isCallDue(followUp: PlannedFollowUp, today: string, holidays: BankHolidays): boolean {
  if (followUpState(followUp, today) !== 'overdue') return false;
  return workingDaysBetween(followUp.dueOn, today, holidays) >= CALL_AFTER;
}
