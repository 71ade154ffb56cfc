import { isTimeOfDay, minutesOf } from '../time/time-of-day';
import {
  DEFAULT_POLICY,
  HOLIDAY_WAYS,
  SAME_DAY_WAYS,
  type HolidayWay,
  type PolicyRule,
  type PolicyRules,
  type ReminderRule,
  type SameDayWay,
} from './policy';

/** What an office may set, each as a person types it. Times are "10:00"; on and off are "yes" and "no". */
export const POLICY_FIELDS = [
  'bookedOn',
  'firstOn',
  'firstDays',
  'firstAt',
  'firstLateAt',
  'firstSendBy',
  'secondOn',
  'secondDays',
  'secondAt',
  'secondLateAt',
  'secondSendBy',
  'sameDayOn',
  'sameDayMinutes',
  'sameDaySendBy',
  'sameDayWay',
  'missedOn',
  'missedMinutes',
  'quietFrom',
  'quietTo',
  'mergeHours',
  'bankHolidays',
] as const;
export type PolicyField = (typeof POLICY_FIELDS)[number];
export type PolicyAnswers = Record<PolicyField, string>;

/** What can be wrong with one answer. */
export type PolicyProblem =
  | 'choose'
  | 'notATime'
  | 'days'
  | 'sendBy'
  | 'sameDayMinutes'
  | 'sameDaySendBy'
  | 'missedMinutes'
  | 'mergeHours'
  | 'lateBefore'
  | 'inQuiet'
  | 'quietTooLong'
  | 'order'
  | 'noneOn';
export type PolicyProblems = Partial<Record<PolicyField, PolicyProblem>>;

/** The longest that nobody may be disturbed, in minutes: eight hours of the day have to be left. */
const LONGEST_QUIET = 16 * 60;
const DAY_MINUTES = 24 * 60;

/**
 * Reads what an office wants of its policy. What no office may set stays as the default has it: that something was changed
 * or cancelled is always said, because an older text would mislead.
 * @returns the rules, or for each answer what is wrong with it.
 */
export function readPolicyRules(
  input: Partial<Record<string, string>>,
): { ok: true; rules: PolicyRules } | { ok: false; problems: PolicyProblems } {
  const problems: PolicyProblems = {};
  const text = (field: PolicyField) => (input[field] ?? '').trim();
  const fault = (field: PolicyField, problem: PolicyProblem) => void (problems[field] ??= problem);
  const oneOf = <T extends string>(field: PolicyField, values: readonly T[]): T => {
    const found = values.find((value) => value === text(field));
    if (found === undefined) fault(field, 'choose');
    return found ?? values[0]!;
  };
  const isOn = (field: PolicyField) => oneOf(field, ['yes', 'no']) === 'yes';
  const number = (field: PolicyField, from: number, to: number, problem: PolicyProblem) => {
    const value = /^\d{1,4}$/.test(text(field)) ? Number(text(field)) : -1;
    if (value < from || value > to) fault(field, problem);
    return value;
  };
  const time = (field: PolicyField) => {
    if (!isTimeOfDay(text(field))) fault(field, 'notATime');
    return text(field);
  };

  const quietHours = { from: time('quietFrom'), to: time('quietTo') };
  const quiet = (at: string) => !problems.quietFrom && !problems.quietTo && isWithin(at, quietHours);
  const reminder = (name: 'first' | 'second', rule: 'three_days_before' | 'one_day_before'): PolicyRule => {
    const on = isOn(`${name}On`);
    // What a rule that is off would do is kept, when it makes sense.
    const before = { ...problems };
    const days = number(`${name}Days`, 1, 14, 'days');
    const at = time(`${name}At`);
    const lateAt = text(`${name}LateAt`) === '' ? undefined : time(`${name}LateAt`);
    if (lateAt !== undefined && isTimeOfDay(at) && lateAt <= at) fault(`${name}LateAt`, 'lateBefore');
    if (quiet(at)) fault(`${name}At`, 'inQuiet');
    if (lateAt !== undefined && quiet(lateAt)) fault(`${name}LateAt`, 'inQuiet');
    const beforeStart = number(`${name}SendBy`, 1, 12 * 60, 'sendBy');
    if (!on && forget(problems, before)) return { ...DEFAULT_POLICY.rules[rule], on };
    const timing = { kind: 'days_before' as const, days, at, ...(lateAt === undefined ? {} : { lateAt }) };
    return { on, timing, sendBy: { beforeStart }, merges: true };
  };
  const sameDay = (): PolicyRule => {
    const on = isOn('sameDayOn');
    const before = { ...problems };
    const minutes = number('sameDayMinutes', 30, 8 * 60, 'sameDayMinutes');
    const beforeStart = number('sameDaySendBy', 5, 7 * 60, 'sameDaySendBy');
    if (minutes >= 0 && beforeStart >= minutes) fault('sameDaySendBy', 'sameDaySendBy');
    if (!on && forget(problems, before)) return { ...DEFAULT_POLICY.rules.same_day, on };
    return { on, timing: { kind: 'before_start', minutes }, sendBy: { beforeStart }, merges: false };
  };
  const missed = (): PolicyRule => {
    const on = isOn('missedOn');
    const before = { ...problems };
    const minutes = number('missedMinutes', 0, DAY_MINUTES, 'missedMinutes');
    if (!on && forget(problems, before)) return { ...DEFAULT_POLICY.rules.missed, on };
    return { ...DEFAULT_POLICY.rules.missed, on, timing: { kind: 'after_outcome', minutes, withinDays: 7 } };
  };

  const rules: Record<ReminderRule, PolicyRule> = {
    ...DEFAULT_POLICY.rules,
    booked: { ...DEFAULT_POLICY.rules.booked, on: isOn('bookedOn') },
    three_days_before: reminder('first', 'three_days_before'),
    one_day_before: reminder('second', 'one_day_before'),
    same_day: sameDay(),
    missed: missed(),
  };
  if (lengthOf(quietHours) > LONGEST_QUIET) fault('quietTo', 'quietTooLong');
  const mergeHours = number('mergeHours', 0, 24, 'mergeHours');
  const [first, second] = [rules.three_days_before, rules.one_day_before];
  const daysKnown = !problems.firstDays && !problems.secondDays;
  if (first.on && second.on && daysKnown && daysOf(first) <= daysOf(second)) fault('secondDays', 'order');
  if (!first.on && !second.on && !rules.same_day.on) fault('firstOn', 'noneOn');
  const bankHolidays = oneOf<HolidayWay>('bankHolidays', HOLIDAY_WAYS);
  const way = rules.same_day.on ? oneOf<SameDayWay>('sameDayWay', SAME_DAY_WAYS) : DEFAULT_POLICY.sameDay;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    rules: { quietHours, mergeWithinMinutes: mergeHours * 60, bankHolidays, sameDay: way, rules },
  };
}

/** Takes back what was found since. @returns true when there was something. */
function forget(problems: PolicyProblems, before: PolicyProblems): boolean {
  const since = (Object.keys(problems) as PolicyField[]).filter((field) => !(field in before));
  for (const field of since) delete problems[field];
  return since.length > 0;
}

function daysOf({ timing }: PolicyRule): number {
  return timing.kind === 'days_before' ? timing.days : 0;
}

function lengthOf({ from, to }: PolicyRules['quietHours']): number {
  if (!isTimeOfDay(from) || !isTimeOfDay(to)) return 0;
  return (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
}

function isWithin(at: string, { from, to }: PolicyRules['quietHours']): boolean {
  if (!isTimeOfDay(at)) return false;
  return from > to ? at >= from || at < to : at >= from && at < to;
}

/** The rules as the answers that would give them. */
export function answersOf(policy: PolicyRules): PolicyAnswers {
  const { rules, quietHours } = policy;
  const yes = (rule: ReminderRule) => (rules[rule].on ? 'yes' : 'no');
  const before = ({ timing, sendBy }: PolicyRule) => ({
    days: timing.kind === 'days_before' ? String(timing.days) : '',
    at: timing.kind === 'days_before' ? timing.at : '',
    lateAt: timing.kind === 'days_before' ? (timing.lateAt ?? '') : '',
    minutes: 'minutes' in timing ? String(timing.minutes) : '',
    sendBy: 'beforeStart' in sendBy ? String(sendBy.beforeStart) : '',
  });
  const [first, second] = [before(rules.three_days_before), before(rules.one_day_before)];
  const sameDay = before(rules.same_day);
  return {
    bookedOn: yes('booked'),
    firstOn: yes('three_days_before'),
    ...{ firstDays: first.days, firstAt: first.at, firstLateAt: first.lateAt, firstSendBy: first.sendBy },
    secondOn: yes('one_day_before'),
    ...{ secondDays: second.days, secondAt: second.at, secondLateAt: second.lateAt, secondSendBy: second.sendBy },
    sameDayOn: yes('same_day'),
    ...{ sameDayMinutes: sameDay.minutes, sameDaySendBy: sameDay.sendBy, sameDayWay: policy.sameDay },
    missedOn: yes('missed'),
    missedMinutes: before(rules.missed).minutes,
    ...{ quietFrom: quietHours.from, quietTo: quietHours.to },
    mergeHours: String(Math.round(policy.mergeWithinMinutes / 60)),
    bankHolidays: policy.bankHolidays,
  };
}
