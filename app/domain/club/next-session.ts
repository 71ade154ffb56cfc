import { addDays, daysBetween, instantAt, wallClockOf, weekdayOf } from '../time/wall-clock';
import type { ClubRhythm } from './rhythm';

/** Dates, both included. */
export interface DateRange {
  fromOn: string;
  untilOn: string;
}

/** When a work club meets; times by the wall clock. */
export interface ClubTimes {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
  /** Every week, unless told otherwise. */
  rhythm?: ClubRhythm;
  /** A date on which a fortnightly club meets. */
  anchorOn?: string | null;
  /** For a monthly club: 1 the first to 4 the fourth such weekday of the month, 5 the last. */
  weekOfMonth?: number | null;
  /** When it does not meet although it would. */
  closures?: readonly DateRange[];
}

/** One meeting of a club: its date, "2026-11-26", and when it begins and ends (ms). */
export interface ClubSession {
  date: string;
  startsAt: number;
  endsAt: number;
}

/** How far ahead sessions are looked for, in weeks: a club that does not meet for a year is closed. */
const WEEKS_AHEAD = 53;

/** The session of a club that is on at `now`, or else its next one; null where there is none within a year. Instants in ms, `zone` an IANA zone. */
export function nextSession(club: ClubTimes, now: number, zone: string): ClubSession | null {
  return nextSessions(club, 1, now, zone)[0] ?? null;
}

/** The next sessions of a club, by the calendar, whatever the clocks do; the first may be on at `now`. */
export function nextSessions(club: ClubTimes, count: number, now: number, zone: string): ClubSession[] {
  const today = wallClockOf(now, zone).date;
  const first = addDays(today, (club.weekday - weekdayOf(today) + 7) % 7);
  const found: ClubSession[] = [];
  for (let week = 0; week <= WEEKS_AHEAD && found.length < count; week += 1) {
    const date = addDays(first, 7 * week);
    if (!meetsOn(club, date)) continue;
    const session = sessionOn(club, date, zone);
    if (session.endsAt > now) found.push(session);
  }
  return found;
}

/** True when a club meets on this date, by its weekday and rhythm, and is not closed. */
export function meetsOn(club: ClubTimes, date: string): boolean {
  if (weekdayOf(date) !== club.weekday || !isOfRhythm(club, date)) return false;
  return !(club.closures ?? []).some(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn);
}

function isOfRhythm({ rhythm = 'weekly', anchorOn, weekOfMonth }: ClubTimes, date: string): boolean {
  if (rhythm === 'fortnightly') return anchorOn ? daysBetween(anchorOn, date) % 14 === 0 : true;
  if (rhythm === 'monthly') {
    const isLast = addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
    return weekOfMonth === 5 ? isLast : Math.ceil(Number(date.slice(8)) / 7) === (weekOfMonth ?? 1);
  }
  return true;
}

function sessionOn(club: ClubTimes, date: string, zone: string): ClubSession {
  return { date, startsAt: instantAt(date, club.fromTime, zone), endsAt: instantAt(date, club.toTime, zone) };
}
