import { addDays, instantAt, wallClockOf, weekdayOf } from '../time/wall-clock';

/** When a work club meets, every week; times by the wall clock. */
export interface WeeklySession {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
}

/** The session of a club that is on at `now`, or else its next one; instants in ms, `zone` an IANA zone. */
export function nextSession(club: WeeklySession, now: number, zone: string): { startsAt: number; endsAt: number } {
  const today = wallClockOf(now, zone).date;
  const date = addDays(today, (club.weekday - weekdayOf(today) + 7) % 7);
  const on = (day: string) => ({
    startsAt: instantAt(day, club.fromTime, zone),
    endsAt: instantAt(day, club.toTime, zone),
  });
  const coming = on(date);
  return coming.endsAt > now ? coming : on(addDays(date, 7));
}
