import type { Queryable } from '@db/client.server';
import { listCustomerTimes } from '@db/queries/booking.server';
import { listStandingCovers } from '@db/queries/covers.server';
import { loadOfficeDiaries, type DiaryOwner } from '@db/queries/office-diaries.server';
import { clashes } from '~/domain/appointment/clashes';
import { byDay, offeredTimes } from '~/domain/appointment/offered-times';
import { DAY, MINUTE } from '~/domain/clock';
import { addDays, instantAt, wallClockOf } from '~/domain/time/wall-clock';

/** How far ahead of the day asked for is looked, and how much of what is found is shown. */
const WINDOW = 21 * DAY;
const DAYS_SHOWN = 5;
const STAND_IN_DAYS = 3;
const COLLEAGUES_SHOWN = 5;
const TIMES_OF_A_COLLEAGUE = 3;

export interface FreeDay {
  /** Date of the office. */
  date: string;
  /** Starts (ms). */
  times: number[];
}

export interface StaffFreeTimes {
  /** Whose times come first, day by day; null where nobody was asked for and there is no named adviser. */
  first: {
    adviser: DiaryOwner;
    days: FreeDay[];
    /** The day from which there are more; null: none in sight. */ later: string | null;
  } | null;
  /** Who stands in for them on days of these weeks, with their times on those days. */
  standIns: { adviser: DiaryOwner; fromOn: string; untilOn: string; days: FreeDay[] }[];
  /** Colleagues of the office who are free sooner, the soonest first. */
  sooner: { adviser: DiaryOwner; times: number[] }[];
}

/**
 * Free times in the diaries of an office: those of one adviser first, then of colleagues who are free before that. On days
 * on which somebody stands in for the adviser it is the stand-in's times that count. A fixed number of queries, however many
 * advisers there are; none in which the customer is with somebody already. A time that is listed can be taken before it is booked.
 * @param wish.adviserId whose times come first; null for everybody's alike. `fromOn` is a date of the office.
 */
export async function listStaffFreeTimes(
  q: Queryable,
  wish: {
    officeId: string;
    customerId: string;
    zone: string;
    adviserId: string | null;
    minutes: number;
    bufferMinutes: number;
    fromOn: string;
    now: number;
  },
): Promise<StaffFreeTimes> {
  const { officeId, customerId, zone, adviserId, minutes, now } = wish;
  const from = Math.max(now + 1, instantAt(wish.fromOn, '00:00', zone));
  const to = from + WINDOW;
  const today = wallClockOf(now, zone).date;
  const diaries = await loadOfficeDiaries(q, { officeId, from, to });
  const covers = await listStandingCovers(q, { officeId, today });
  const own = await listCustomerTimes(q, { customerId, from, to: to + DAY, exceptId: null });
  const isWithThem = (startsAt: number) =>
    own.some((other) => clashes({ startsAt, endsAt: startsAt + minutes * MINUTE }, other, 0));
  const free = diaries.map(({ adviser, diary }) => {
    const away = covers.filter((cover) => cover.adviserId === adviser.id);
    const isAway = (date: string) => away.some(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn);
    const starts = offeredTimes(diary, { ...wish, from, to }).filter((at) => !isWithThem(at));
    return { adviser, away, times: starts.filter((at) => away.length === 0 || !isAway(wallClockOf(at, zone).date)) };
  });
  const mine = free.find(({ adviser }) => adviser.id === adviserId);
  const days = mine ? byDay(mine.times, zone) : [];
  const standIns = (mine?.away ?? []).flatMap(({ standInId, fromOn, untilOn }) => {
    const other = free.find(({ adviser }) => adviser.id === standInId);
    const theirs = byDay(other?.times ?? [], zone).filter(({ date }) => fromOn <= date && date <= untilOn);
    return other && theirs.length > 0
      ? [{ adviser: other.adviser, fromOn, untilOn, days: theirs.slice(0, STAND_IN_DAYS) }]
      : [];
  });
  const standsIn = new Set(standIns.map(({ adviser }) => adviser.id));
  const latest = mine?.times[0] ?? Infinity;
  return {
    first: mine
      ? { adviser: mine.adviser, days: days.slice(0, DAYS_SHOWN), later: laterDay(days, wallClockOf(to, zone).date) }
      : null,
    standIns,
    sooner: free
      .filter((one) => one !== mine && !standsIn.has(one.adviser.id))
      .map(({ adviser, times }) => ({
        adviser,
        times: times.filter((at) => at < latest).slice(0, TIMES_OF_A_COLLEAGUE),
      }))
      .filter(({ times }) => times.length > 0)
      .sort((a, b) => a.times[0]! - b.times[0]!)
      .slice(0, COLLEAGUES_SHOWN),
  };
}

function laterDay(days: readonly FreeDay[], endOn: string): string | null {
  if (days.length > DAYS_SHOWN) return days[DAYS_SHOWN]!.date;
  // Nothing more in these weeks says nothing of the next ones.
  return days.length > 0 ? addDays(days.at(-1)!.date, 1) : endOn;
}
