import { DAY, HOUR } from '../clock';
import { wallClockOf } from '../time/wall-clock';
import type { AppointmentMode } from './appointment';
import { MOST_OVERLAP_MINUTES, type DiaryTime } from './clashes';
import { openStretches } from './open-stretches';
import { SELF_SERVICE_HORIZON, SHORTEST_NOTICE, whyNotFree, type Diary } from './why-not-free';

const HOLD = 2 * HOUR;

/** How a time that has come free is offered to those who would come sooner. Source: docs/decisions/0025. */
export const OFFER_RULES = {
  /** So long the time is kept for those who were asked (ms). */
  hold: HOLD,
  /** So many people are asked at once; the first yes has it. */
  atOnce: 3,
  /** Nobody is asked more often than so in `week` (ms). */
  perWeek: 2,
  week: 7 * DAY,
  /** A time that begins sooner than this is not offered: who says yes last still has the notice that everybody has. */
  leastNotice: HOLD + SHORTEST_NOTICE,
  /** Nor one that is further ahead than customers may pick. */
  horizon: SELF_SERVICE_HORIZON,
} as const;

/** How somebody can be asked just now: in writing, or by a colleague who phones. */
export type WayToAsk = 'message' | 'phone';

/** How a time that has come free stands. `over`: it was not refilled, and it is too late now. */
export type SlotState = 'asking' | 'waiting' | 'stopped' | 'refilled' | 'over';

/** A time that has come free, with how and where its appointment was to be. Instants in ms. */
export interface FreedTime extends DiaryTime {
  /** Whose appointment it was. */
  customerId: string;
  adviserId: string;
  mode: AppointmentMode;
  /** The place outside the office; empty where there was none. */
  venue: string;
}

/** Somebody with an appointment to come who has said that they would come sooner. Instants in ms. */
export interface Waiting extends DiaryTime {
  appointmentId: string;
  customerId: string;
  adviserId: string;
  mode: AppointmentMode;
  venue: string;
  /** A place in a group session: that does not move for one of them. */
  inGroup: boolean;
  askedAt: number;
  /** Offers of the last seven days, whatever came of them. */
  offersLately: number;
  /** They were asked about this very time before. */
  askedBefore: boolean;
  /** They have another offer to think about. */
  hasOffer: boolean;
  /** They meet somebody else at that time. */
  busyThen: boolean;
  /** Null for somebody whom nobody may disturb at this time of day, or who cannot be reached in a way that we may use. */
  way: WayToAsk | null;
}

/** True where a meeting of one kind can take the place of the other: who visits or travels cannot be elsewhere at once. */
export function sameModePossible(
  freed: Pick<FreedTime, 'mode' | 'venue'>,
  own: Pick<Waiting, 'mode' | 'venue'>,
): boolean {
  switch (own.mode) {
    case 'home':
      return false;
    case 'outreach':
      return freed.mode === 'outreach' && freed.venue === own.venue;
    case 'in_person':
      return freed.mode !== 'outreach';
    case 'phone':
    case 'video':
      return true;
  }
}

/**
 * Whom to ask about a time, in fair order: who has waited longest (by days: who asked on an earlier date of the office comes
 * first), then who needs it soonest (whose own meeting is nearest), then who asked first. Only those who could have it: they
 * meet the same adviser later than this, no longer than it lasts and in a way that fits, are free then, were not asked about
 * it before, have no other offer open, and were asked less than twice in seven days. Nobody once it is too late.
 * @param zone IANA zone of the office.
 */
export function fairLine<T extends Omit<Waiting, 'way'>>(
  freed: FreedTime,
  waiting: readonly T[],
  zone: string,
  now: number,
): T[] {
  if (freed.startsAt < now + OFFER_RULES.leastNotice) return [];
  const length = freed.endsAt - freed.startsAt;
  const dateOf = ({ askedAt }: T) => wallClockOf(askedAt, zone).date;
  const order = (a: T, b: T) =>
    dateOf(a).localeCompare(dateOf(b)) ||
    a.startsAt - b.startsAt ||
    a.askedAt - b.askedAt ||
    a.appointmentId.localeCompare(b.appointmentId);
  const first = new Set<string>();
  return waiting
    .filter(
      (one) =>
        one.adviserId === freed.adviserId &&
        one.customerId !== freed.customerId &&
        one.startsAt > freed.startsAt &&
        one.endsAt - one.startsAt <= length &&
        sameModePossible(freed, one) &&
        !(one.inGroup || one.askedBefore || one.hasOffer || one.busyThen) &&
        one.offersLately < OFFER_RULES.perWeek,
    )
    .sort(order)
    .filter(({ customerId }) => !first.has(customerId) && first.add(customerId));
}

/** The next people of the line who can be asked now, at most three. Whoever cannot keeps their place for the next time. */
export function chooseWhomToAsk<T extends Waiting>(
  freed: FreedTime,
  waiting: readonly T[],
  zone: string,
  now: number,
): T[] {
  return fairLine(freed, waiting, zone, now)
    .filter(({ way }) => way !== null)
    .slice(0, OFFER_RULES.atOnce);
}

/**
 * Why a time that was free cannot be given to anybody any more, or null when it can. It need not begin when other times of
 * the diary do, but must lie within the hours in which the adviser sees people.
 */
export function whyNotOffered(
  time: DiaryTime,
  diary: Diary,
  { zone, bufferMinutes = 0 }: { zone: string; bufferMinutes?: number },
  now: number,
) {
  const { date } = wallClockOf(time.startsAt, zone);
  const open = openStretches(diary, date, zone).some(
    ({ startsAt, endsAt }) => startsAt <= time.startsAt && time.endsAt <= endsAt,
  );
  return open ? whyNotFree(time, diary, { zone, override: true, bufferMinutes }, now) : ('not_free' as const);
}

/** True when an appointment takes a time that was free: they begin together, or share more than any office lets two overlap. */
export function takesTime(appointment: DiaryTime, freed: DiaryTime): boolean {
  if (appointment.startsAt === freed.startsAt) return true;
  const shared = Math.min(appointment.endsAt, freed.endsAt) - Math.max(appointment.startsAt, freed.startsAt);
  return shared > Math.min(MOST_OVERLAP_MINUTES * 60_000, (freed.endsAt - freed.startsAt) / 2);
}
