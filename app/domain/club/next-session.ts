import { addDays, instantAt, wallClockOf, weekdayOf } from '../time/wall-clock';

/** When a work club meets, every week; times by the wall clock. */
export interface WeeklySession {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
}

/** One meeting of a club: its date, "2026-11-26", and when it begins and ends (ms). */
export interface ClubSession {
  date: string;
  startsAt: number;
  endsAt: number;
}

/** The session of a club that is on at `now`, or else its next one; instants in ms, `zone` an IANA zone. */
export function nextSession(club: WeeklySession, now: number, zone: string): ClubSession {
  const today = wallClockOf(now, zone).date;
  const date = addDays(today, (club.weekday - weekdayOf(today) + 7) % 7);
  const coming = sessionOn(club, date, zone);
  return coming.endsAt > now ? coming : sessionOn(club, addDays(date, 7), zone);
}

/** The next sessions of a club, a week apart by the calendar, whatever the clocks do; the first may be on at `now`. */
export function nextSessions(club: WeeklySession, count: number, now: number, zone: string): ClubSession[] {
  const { date } = nextSession(club, now, zone);
  return Array.from({ length: count }, (_, week) => sessionOn(club, addDays(date, 7 * week), zone));
}

function sessionOn(club: WeeklySession, date: string, zone: string): ClubSession {
  return { date, startsAt: instantAt(date, club.fromTime, zone), endsAt: instantAt(date, club.toTime, zone) };
}
