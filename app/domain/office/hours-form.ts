import type { WeeklyAvailability } from '../appointment/open-stretches';
import { readTimeOfDay } from '../time/read-time-of-day';

/** What is wrong with the hours of a day, as somebody wrote them. */
export type HoursProblem = 'unreadable' | 'backwards' | 'overlapping' | 'too_many';

/** Stretches a day; more would be a diary of its own. */
const MOST_A_DAY = 4;

type Stretch = Pick<WeeklyAvailability, 'fromTime' | 'toTime'>;
export type ReadHours = { ok: true; stretches: Stretch[] } | { ok: false; problem: HoursProblem };

/**
 * The hours of one day as people write them: "9am to 12:45pm, 1:45pm to 5pm", "09:00-12:45 and 13:45-17:00",
 * "9yb tan 5yp". Nothing is none.
 */
export function readHours(text: string): ReadHours {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { ok: true, stretches: [] };
  const parts = typed.split(/\s*[,;]\s*|\s+(?:and|ac?|&)\s+/).filter((part) => part !== '');
  if (parts.length > MOST_A_DAY) return { ok: false, problem: 'too_many' };
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const ends = part.split(/\s*[-–—]\s*|\s+(?:to|until|till|tan|hyd|i)\s+/);
    const [fromTime, toTime] = [readTimeOfDay(ends[0] ?? ''), readTimeOfDay(ends[1] ?? '')];
    if (ends.length !== 2 || fromTime === null || toTime === null) return { ok: false, problem: 'unreadable' };
    if (fromTime >= toTime) return { ok: false, problem: 'backwards' };
    stretches.push({ fromTime, toTime });
  }
  stretches.sort((a, b) => (a.fromTime < b.fromTime ? -1 : 1));
  if (stretches.some((one, n) => n > 0 && one.fromTime < stretches[n - 1]!.toTime))
    return { ok: false, problem: 'overlapping' };
  return { ok: true, stretches };
}

/** The days of a week as a form names them: "day-1" is Monday. */
export const HOURS_FIELDS = ['day-1', 'day-2', 'day-3', 'day-4', 'day-5', 'day-6', 'day-7'] as const;
export type HoursField = (typeof HOURS_FIELDS)[number];

/** Reads the form of a week. */
export function readWeekHours(
  values: Record<HoursField, string>,
): { ok: true; hours: WeeklyAvailability[] } | { ok: false; problems: Partial<Record<HoursField, HoursProblem>> } {
  const problems: Partial<Record<HoursField, HoursProblem>> = {};
  const hours = HOURS_FIELDS.flatMap((field, n) => {
    const read = readHours(values[field]);
    if (read.ok) return read.stretches.map((stretch) => ({ weekday: n + 1, ...stretch }));
    problems[field] = read.problem;
    return [];
  });
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, hours };
}

/** Weekly hours as one line that a program reads: "1 09:00-12:45 13:45-17:00;2 09:00-17:00". */
export function hoursLine(hours: readonly WeeklyAvailability[]): string {
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const stretches = hours.filter((one) => one.weekday === weekday).map((one) => `${one.fromTime}-${one.toTime}`);
    return stretches.length > 0 ? [`${weekday} ${stretches.sort().join(' ')}`] : [];
  });
  return days.join(';');
}

/** The hours that such a line holds; null when it is none. */
export function hoursInLine(line: string): WeeklyAvailability[] | null {
  const hours: WeeklyAvailability[] = [];
  for (const day of line === '' ? [] : line.split(';')) {
    const [weekday = '', ...stretches] = day.split(' ');
    if (!/^[1-7]$/.test(weekday)) return null;
    for (const stretch of stretches) {
      const [, fromTime, toTime] = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(stretch) ?? [];
      if (!fromTime || !toTime) return null;
      hours.push({ weekday: Number(weekday), fromTime, toTime });
    }
  }
  return hours;
}
