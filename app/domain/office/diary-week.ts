import { Temporal } from 'temporal-polyfill';
import { isDate } from '../appointment/chosen-day';
import { clashes, type DiaryTime } from '../appointment/clashes';
import type { OpenStretch } from '../appointment/open-stretches';
import { MINUTE } from '../clock';
import { addDays, weekdayOf } from '../time/wall-clock';

/** A week of a diary: its Monday, its name in addresses ("2026-W48", ISO 8601), and whether it was asked for in vain. */
export interface ChosenWeek {
  monday: string;
  week: string;
  /** What was asked for is no week or date that exists; this week is shown instead. */
  fault: boolean;
}

/**
 * Which week somebody asked to see, by its name or a date in it; this week when they asked for none.
 * @param today a date of the office.
 */
export function chosenWeek(asked: { week: string | null; date: string | null }, today: string): ChosenWeek {
  const { week, date } = asked;
  if (!week && !date) return { ...weekOf(today), fault: false };
  const found = week ? mondayOf(week) : isDate(date!) && date! > '1970-01-08' ? date : null;
  return found ? { ...weekOf(found), fault: false } : { ...weekOf(today), fault: true };
}

/** The week that a date lies in. */
export function weekOf(date: string): { monday: string; week: string } {
  const monday = addDays(date, 1 - weekdayOf(date));
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(monday);
  return { monday, week: `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}` };
}

function mondayOf(week: string): string | null {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year < '1971' || number < '01' || number > '53') return null;
  // The fourth of January is always in the first week.
  const monday = addDays(`${year}-01-04`, 1 - weekdayOf(`${year}-01-04`) + 7 * (Number(number) - 1));
  return weekOf(monday).week === week ? monday : null;
}

/** Shorter gaps are no use to anybody: a meeting takes longer. */
const SHORTEST_GAP = 15 * MINUTE;

/**
 * What is still free of the hours in which an adviser sees people, earliest first: from now on, and long enough to meet.
 * @param busy what is in the diary, with the time that is kept free after it (ms).
 */
export function freeGaps(open: readonly OpenStretch[], busy: readonly DiaryTime[], now: number): OpenStretch[] {
  const gaps: OpenStretch[] = [];
  const inOrder = [...busy].sort((a, b) => a.startsAt - b.startsAt);
  for (const { startsAt, endsAt, placeId } of open) {
    let from = Math.max(startsAt, now);
    for (const other of inOrder) {
      if (other.endsAt <= from || other.startsAt >= endsAt) continue;
      if (other.startsAt > from) gaps.push({ startsAt: from, endsAt: other.startsAt, placeId });
      from = Math.max(from, other.endsAt);
    }
    if (from < endsAt) gaps.push({ startsAt: from, endsAt, placeId });
  }
  return gaps.filter((gap) => gap.endsAt - gap.startsAt >= SHORTEST_GAP);
}

/** True when a time lies wholly in one of the stretches. */
export function isWithin(time: DiaryTime, open: readonly OpenStretch[]): boolean {
  return open.some((one) => one.startsAt <= time.startsAt && time.endsAt <= one.endsAt);
}

/** True when two times have a moment in common. */
export function overlap(a: DiaryTime, b: DiaryTime): boolean {
  return clashes(a, b, 0);
}
