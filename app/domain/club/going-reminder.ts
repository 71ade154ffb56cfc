import { HOUR, MINUTE } from '../clock';
import { addDays, instantAt } from '../time/wall-clock';
import type { ClubSession } from './next-session';

/** The day before, late enough that nobody is woken and early enough to arrange something. */
const DAY_BEFORE_AT = '10:00';
const SAME_DAY_LEAD = 2 * HOUR;
/** Whoever is told later than this cannot get there in time. */
const TOO_LATE = 30 * MINUTE;

/**
 * When somebody is reminded of a session of a work club that they go to: the day before at 10:00 by the clock of the
 * zone; two hours before it where that time is over; not at all where that is over too, because they have only just said
 * so. `from` and `sendBy` are instants in ms.
 */
export function goingReminder(
  session: Pick<ClubSession, 'date' | 'startsAt'>,
  now: number,
  zone: string,
): { from: number; sendBy: number } | null {
  const sendBy = session.startsAt - TOO_LATE;
  const dayBefore = instantAt(addDays(session.date, -1), DAY_BEFORE_AT, zone);
  const from = now <= dayBefore ? dayBefore : session.startsAt - SAME_DAY_LEAD;
  return now <= from ? { from, sendBy } : null;
}
