import { DAY, HOUR, MINUTE } from '../clock';
import { clashes, type DiaryTime } from './clashes';
import { freeSlots } from './free-slots';
import type { DiaryHours } from './open-stretches';

/** How far ahead a customer may pick a time themselves. Long waits cause missed appointments, so: not far. */
export const SELF_SERVICE_HORIZON = 14 * DAY;

/** The soonest time that is offered: the adviser has to see it coming. */
export const SHORTEST_NOTICE = 2 * HOUR;

/** An adviser's hours and what stands in their diary, with the time kept free after it. */
export interface Diary extends DiaryHours {
  busy: readonly DiaryTime[];
  /** How far two appointments may overlap, in minutes; not at all unless told. */
  overlapMinutes?: number;
  /** When colleagues have the room that is wanted, or a group has it; empty where none is. */
  roomBusy?: readonly DiaryTime[];
}

/** Why a time cannot be had. */
export type TimeObstacle = 'past' | 'not_free' | 'taken' | 'room_taken';

/**
 * Why a time cannot be had, or null when it can. `past`: it has begun. `not_free`: not one of the times the adviser
 * sees people, or too far ahead. `taken`: somebody else has it, or part of it. `room_taken`: the adviser is free, the room
 * is not; two people cannot share a room for a minute, whatever the office lets its advisers overlap.
 *
 * `override` is a member of staff who knows better than the weekly hours: then only past and taken count.
 * @param context.bufferMinutes what its kind keeps free after it; that time must not be anybody else's either.
 */
export function whyNotFree(
  time: DiaryTime,
  diary: Diary,
  context: { zone: string; override: boolean; bufferMinutes?: number },
  now: number,
): TimeObstacle | null {
  const { startsAt, endsAt } = time;
  if (startsAt <= now) return 'past';
  if (!context.override) {
    // A day of grace for a page that was opened before and sent after midnight.
    if (startsAt > now + SELF_SERVICE_HORIZON + DAY) return 'not_free';
    const possible = freeSlots({
      ...diary,
      busy: [],
      zone: context.zone,
      from: startsAt,
      to: startsAt + 1,
      durationMinutes: (endsAt - startsAt) / 60_000,
    });
    if (possible.length === 0) return 'not_free';
  }
  const allowed = (diary.overlapMinutes ?? 0) * MINUTE;
  const taken = { startsAt, endsAt: endsAt + (context.bufferMinutes ?? 0) * MINUTE };
  if (diary.busy.some((other) => clashes(taken, other, allowed))) return 'taken';
  return diary.roomBusy?.some((other) => clashes(time, other, 0)) ? 'room_taken' : null;
}
