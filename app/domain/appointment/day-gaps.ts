import { MINUTE } from '../clock';
import type { DiaryTime } from './clashes';
import { openStretches } from './open-stretches';
import type { Diary } from './why-not-free';

/** Shorter than this (ms), free time is no use to anybody else. */
const SHORTEST = 20 * MINUTE;

/**
 * The free time of an adviser on a date of the office, earliest first (ms): where they see people and nothing stands in the diary,
 * for twenty minutes at least. What is past at `now` is not free any more.
 * @param zone IANA zone of the office.
 */
export function gapsOfDay(diary: Diary, date: string, zone: string, now: number): DiaryTime[] {
  return openStretches(diary, date, zone)
    .map(({ startsAt, endsAt }) => ({ startsAt: Math.max(startsAt, now), endsAt }))
    .flatMap((open) => without(open, diary.busy))
    .filter(({ startsAt, endsAt }) => endsAt - startsAt >= SHORTEST);
}

function without(open: DiaryTime, busy: readonly DiaryTime[]): DiaryTime[] {
  let rest = [open];
  for (const taken of busy) {
    rest = rest
      .flatMap((one) => [
        { startsAt: one.startsAt, endsAt: Math.min(one.endsAt, taken.startsAt) },
        { startsAt: Math.max(one.startsAt, taken.endsAt), endsAt: one.endsAt },
      ])
      .filter(({ startsAt, endsAt }) => startsAt < endsAt);
  }
  return rest.sort((a, b) => a.startsAt - b.startsAt);
}
