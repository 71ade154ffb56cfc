import { MINUTE } from '../clock';
import { addDays, dayBounds, instantOf, wallClockOf, weekdayOf } from '../time/wall-clock';
import type { BankHolidays } from '../time/working-days';
import { isDate } from '../appointment/chosen-day';
import { isTimeOfDay } from '../time/time-of-day';
import { nextReminders, type PlannedReminder } from './plan-reminders';
import type { PolicyRules, ReminderRule } from './policy';
import { allowedFrom } from './quiet-hours';

/** An appointment to try a policy out on, as a person types it, on the office's wall clock. */
export const EXAMPLE_FIELDS = ['exampleDate', 'exampleTime', 'bookedDate', 'bookedTime'] as const;
export type ExampleField = (typeof EXAMPLE_FIELDS)[number];
export type ExampleAnswers = Record<ExampleField, string>;
export type ExampleProblem = 'notADate' | 'notATime' | 'bookedLate';

/** Next Tuesday at half past two, booked ten days before: time for every reminder. @param today the date in the office. */
export function usualExample(today: string): ExampleAnswers {
  const ahead = ((2 - weekdayOf(today) + 6) % 7) + 1;
  const exampleDate = addDays(today, ahead);
  return { exampleDate, exampleTime: '14:30', bookedDate: addDays(exampleDate, -10), bookedTime: '11:00' };
}

/** No office has appointments outside of these, and dates with other than four digits are somebody's mistake. */
const [EARLIEST, LATEST] = ['2000-01-01', '2199-12-31'];

/** Reads the example; instants in ms. A time that the clocks skip does not exist. */
export function readExample(
  input: Partial<Record<string, string>>,
  zone: string,
):
  | { ok: true; startsAt: number; bookedAt: number }
  | { ok: false; problems: Partial<Record<ExampleField, ExampleProblem>> } {
  const problems: Partial<Record<ExampleField, ExampleProblem>> = {};
  const moment = (dateField: ExampleField, timeField: ExampleField): number => {
    const [date, time] = [input[dateField] ?? '', input[timeField] ?? ''];
    if (!isDate(date) || date < EARLIEST || date > LATEST) problems[dateField] = 'notADate';
    if (!isTimeOfDay(time)) problems[timeField] = 'notATime';
    if (problems[dateField] || problems[timeField]) return 0;
    const found = instantOf(`${date}T${time}`, zone);
    if (found.kind === 'none') problems[timeField] = 'notATime';
    return found.kind === 'none' ? 0 : found.instant;
  };
  const startsAt = moment('exampleDate', 'exampleTime');
  const bookedAt = moment('bookedDate', 'bookedTime');
  if (Object.keys(problems).length === 0 && bookedAt >= startsAt) problems.bookedDate = 'bookedLate';
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, startsAt, bookedAt };
}

/** What becomes of a rule: a message, or something that a person or a voice call does if it is needed. */
export interface PreviewedRule {
  rule: ReminderRule;
  /** When (ms); null when the policy has none for this appointment. */
  at: number | null;
  /** `person`: it falls in quiet hours and cannot wait, or the policy says so; only if nothing arrived, on the day. */
  how: 'message' | 'person' | 'voice' | 'none';
}

const SHOWN: readonly ReminderRule[] = ['booked', 'three_days_before', 'one_day_before', 'same_day'];

/**
 * What the customer of an example appointment would get, then what they would get after missing it, by the function that
 * plans real ones. The missed one is taken to be recorded when the appointment ends, half an hour after its start.
 */
export function previewPolicy(
  policy: PolicyRules,
  { startsAt, bookedAt }: { startsAt: number; bookedAt: number },
  office: { zone: string; holidays: BankHolidays },
): PreviewedRule[] {
  const context = { ...office, alreadySent: false };
  const appointment = { version: 1, bookedAt, startsAt, endsAt: startsAt + 30 * MINUTE };
  const coming = nextReminders({ ...appointment, status: 'booked' }, policy, context, bookedAt);
  const recordedAt = appointment.endsAt;
  const missed = policy.rules.missed.on
    ? nextReminders({ ...appointment, status: 'failed_to_attend', outcomeAt: recordedAt }, policy, context, recordedAt)
    : [];
  const planned = new Map([...coming, ...missed].map((reminder) => [reminder.rule, reminder]));
  return [...SHOWN, 'missed' as const].map((rule) => {
    const found = planned.get(rule);
    return { rule, at: found?.notBefore ?? null, how: found ? howOf(found, policy, office.zone) : 'none' };
  });
}

function howOf({ rule, notBefore }: PlannedReminder, policy: PolicyRules, zone: string): PreviewedRule['how'] {
  if (allowedFrom(notBefore, policy, zone) !== notBefore) return 'person';
  if (rule !== 'same_day') return 'message';
  return policy.sameDay === 'voice' ? 'voice' : 'person';
}

export type EffectiveProblem = 'notADate' | 'past' | 'tooFar';

/**
 * From when a version is to count (ms): from the beginning of a date, or, for today, from now.
 * @param date as a person typed it.
 */
export function readEffectiveFrom(
  date: string,
  zone: string,
  now: number,
): { ok: true; effectiveFrom: number } | { ok: false; problem: EffectiveProblem } {
  if (!isDate(date)) return { ok: false, problem: 'notADate' };
  const today = wallClockOf(now, zone).date;
  if (date < today) return { ok: false, problem: 'past' };
  if (date > addDays(today, 366)) return { ok: false, problem: 'tooFar' };
  if (date === today) return { ok: true, effectiveFrom: now };
  return { ok: true, effectiveFrom: dayBounds(date, zone).from };
}
