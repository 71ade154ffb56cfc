import { addDays } from '../time/wall-clock';
import { workingDayBefore, workingDayFrom, type BankHolidays } from '../time/working-days';

/** Suppliers of signers and interpreters ask for so many working days. Source: docs/formats.md. */
export const PEOPLE_AHEAD_DAYS = 5;
/** A paper is with the customer so many working days before the meeting that it is about. */
const PAPER_AHEAD_DAYS = 2;
/** What is about no meeting is there within so many working days. */
const PAPER_DAYS = 10;

/** The working day that is so many before a date. */
function workingDaysBefore(date: string, days: number, holidays: BankHolidays): string {
  let day = date;
  for (let n = 0; n < days; n += 1) day = workingDayBefore(day, holidays);
  return day;
}

/** The working day that is so many after a date. */
function workingDaysAfter(date: string, days: number, holidays: BankHolidays): string {
  let day = date;
  for (let n = 0; n < days; n += 1) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}

/**
 * The day by which somebody who signs or interprets is to be booked: five working days before the meeting, and today where
 * that is past. Dates of the office.
 */
export function personDueOn(meetingOn: string, today: string, holidays: BankHolidays): string {
  const day = workingDaysBefore(meetingOn, PEOPLE_AHEAD_DAYS, holidays);
  return day < today ? today : day;
}

/**
 * The day by which a paper in another form is to be there: two working days before the meeting that it is about, and today where
 * that is past; ten working days from today where it is about none.
 * @param meetingOn null where it is about no meeting.
 */
export function paperDueOn(meetingOn: string | null, today: string, holidays: BankHolidays): string {
  const usual = workingDaysAfter(today, PAPER_DAYS, holidays);
  if (meetingOn === null) return usual;
  const day = workingDaysBefore(meetingOn, PAPER_AHEAD_DAYS, holidays);
  if (day < today) return today;
  return day < usual ? day : usual;
}
