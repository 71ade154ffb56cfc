import { isDate } from '../appointment/chosen-day';
import type { DiaryTime } from '../appointment/clashes';
import type { DiaryException } from '../appointment/open-stretches';
import { readTimeOfDay } from '../time/read-time-of-day';
import { addDays, daysBetween, dayBounds, instantAt } from '../time/wall-clock';
import { DIARY_EXCEPTIONS } from './diary';

/** As they are asked, from the top. */
export const EXCEPTION_FIELDS = ['kind', 'from', 'until', 'fromTime', 'toTime', 'place', 'note'] as const;
export type ExceptionField = (typeof EXCEPTION_FIELDS)[number];
export type ExceptionValues = Record<ExceptionField, string>;

export type ExceptionProblem =
  | 'choose_kind'
  | 'from_missing'
  | 'from_long_past'
  | 'until_wrong'
  | 'until_before'
  | 'too_long'
  | 'time_unreadable'
  | 'time_missing'
  | 'time_backwards'
  | 'times_for_extra'
  | 'choose_venue'
  | 'note_too_long';
export type ExceptionProblems = Partial<Record<ExceptionField, ExceptionProblem>>;

/** Who is away longer has no diary for that time. */
const LONGEST_DAYS = 366;
/** Being ill is often noted afterwards; what is further back is history. */
const DAYS_AFTERWARDS = 31;
const LONGEST_NOTE = 200;

export type ReadException =
  { ok: true; exception: DiaryException; note: string } | { ok: false; problems: ExceptionProblems };

/**
 * Reads the form of an exception. No last day is one day; no times is the whole day.
 * @param choice.venues ids of the venues that can be chosen; `today` a date of the office; `before` the first day that it has
 * now, when it is changed: that one may be long past.
 */
export function readException(
  values: ExceptionValues,
  choice: { venues: readonly string[]; today: string; before: string | null },
): ReadException {
  const { from, place, note } = values;
  const problems: ExceptionProblems = {};
  const kind = DIARY_EXCEPTIONS.find((known) => known === values.kind);
  if (!kind) problems.kind = 'choose_kind';

  if (!isDate(from)) problems.from = 'from_missing';
  else if (from < addDays(choice.today, -DAYS_AFTERWARDS) && from !== choice.before) problems.from = 'from_long_past';
  const until = values.until === '' ? from : values.until;
  if (!isDate(until)) {
    if (values.until !== '') problems.until = 'until_wrong';
  } else if (isDate(from) && until < from) problems.until = 'until_before';
  else if (isDate(from) && daysBetween(from, until) >= LONGEST_DAYS) problems.until = 'too_long';

  const [fromTime, toTime] = [values.fromTime, values.toTime].map((text) => (text.trim() ? readTimeOfDay(text) : ''));
  if (fromTime === null) problems.fromTime = 'time_unreadable';
  if (toTime === null) problems.toTime = 'time_unreadable';
  if (fromTime === '' && toTime) problems.fromTime = 'time_missing';
  if (toTime === '' && fromTime) problems.toTime = 'time_missing';
  if (fromTime && toTime && fromTime >= toTime) problems.toTime = 'time_backwards';
  if (kind === 'extra' && fromTime === '' && toTime === '') problems.fromTime = 'times_for_extra';

  if (kind === 'outreach' && !choice.venues.includes(place)) problems.place = 'choose_venue';
  if (note.trim().length > LONGEST_NOTE) problems.note = 'note_too_long';
  if (!kind || Object.keys(problems).length > 0) return { ok: false, problems };
  const times = { fromTime: fromTime || null, toTime: toTime || null };
  const placeId = kind === 'outreach' ? place : null;
  return { ok: true, exception: { kind, fromOn: from, untilOn: until, ...times, placeId }, note: note.trim() };
}

/** When an exception is, on each of its days (ms): the whole day from midnight to midnight where it has no hours. */
export function timesOf(exception: DiaryException, zone: string): DiaryTime[] {
  const { fromOn, untilOn, fromTime, toTime } = exception;
  return Array.from({ length: daysBetween(fromOn, untilOn) + 1 }, (_, n) => {
    const date = addDays(fromOn, n);
    if (fromTime !== null && toTime !== null)
      return { startsAt: instantAt(date, fromTime, zone), endsAt: instantAt(date, toTime, zone) };
    const { from, to } = dayBounds(date, zone);
    return { startsAt: from, endsAt: to };
  });
}

/** True for a kind in which the adviser sees nobody. */
export function isAway(kind: DiaryException['kind']): boolean {
  return kind !== 'extra' && kind !== 'outreach';
}
