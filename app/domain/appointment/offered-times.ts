import { MINUTE } from '../clock';
import { freeSlots } from './free-slots';
import { openStretches } from './open-stretches';
import { wallClockOf } from '../time/wall-clock';
import type { Diary } from './why-not-free';

/** From one possible start to the next when a gap in a diary is filled. */
const STEP_MINUTES = 5;

/**
 * The starts (ms) that staff are offered in a diary: one after the other from the beginning of each gap, so that no
 * minutes are lost between two appointments, and none of them overlaps another.
 * @param wish.minutes how long it is, and how long is kept free after it for notes.
 */
export function offeredTimes(
  diary: Diary,
  wish: { zone: string; from: number; to: number; minutes: number; bufferMinutes: number },
): number[] {
  const { zone, from, to, minutes, bufferMinutes } = wish;
  const durationMinutes = minutes + bufferMinutes;
  const possible = freeSlots({ ...diary, zone, from, to, durationMinutes, stepMinutes: STEP_MINUTES });
  let busyUntil = -Infinity;
  return possible.filter((startsAt) => {
    if (startsAt < busyUntil) return false;
    busyUntil = startsAt + durationMinutes * MINUTE;
    return true;
  });
}

/** True when a time lies within the hours in which an adviser sees people, whatever else is in the diary. */
export function isWithinHours(diary: Diary, time: { startsAt: number; endsAt: number }, zone: string): boolean {
  const { date } = wallClockOf(time.startsAt, zone);
  return openStretches(diary, date, zone).some((open) => open.startsAt <= time.startsAt && time.endsAt <= open.endsAt);
}

/** Starts by the date of the office on which they lie, earliest first. */
export function byDay(starts: readonly number[], zone: string): { date: string; times: number[] }[] {
  const days: { date: string; times: number[] }[] = [];
  for (const startsAt of starts) {
    const { date } = wallClockOf(startsAt, zone);
    if (days.at(-1)?.date !== date) days.push({ date, times: [] });
    days.at(-1)!.times.push(startsAt);
  }
  return days;
}
