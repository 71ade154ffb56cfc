import { MINUTE } from '../clock';
import { addDays, instantAt, wallClockOf, weekdayOf } from '../time/wall-clock';

/** A weekly stretch in which an adviser sees people; times by the wall clock of the office. */
export interface WeeklyAvailability {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
}

export interface FreeSlotsQuestion {
  availability: readonly WeeklyAvailability[];
  /** What is already in the diary, in ms; the end is not part of it. */
  busy: readonly { startsAt: number; endsAt: number }[];
  /** IANA zone of the office. */
  zone: string;
  /** Slots start at or after `from` and before `to` (ms). */
  from: number;
  to: number;
  durationMinutes: number;
  /** From one possible start to the next within a stretch; the duration unless told. */
  stepMinutes?: number;
}

/**
 * The instants (ms), in order, at which an appointment of that length can start: wholly inside one stretch of the
 * weekly availability, overlapping nothing. On the days when the clocks change a stretch is as long as it really is.
 * @throws RangeError when the duration or the step is not above zero.
 */
export function freeSlots(question: FreeSlotsQuestion): number[] {
  const { availability, busy, zone, from, to, durationMinutes, stepMinutes = durationMinutes } = question;
  if (!(durationMinutes > 0 && stepMinutes > 0)) throw new RangeError('A slot and a step must be longer than nothing');
  const length = durationMinutes * MINUTE;
  const isFree = (start: number) => !busy.some((b) => start < b.endsAt && b.startsAt < start + length);
  const found = new Set<number>();
  const lastDate = wallClockOf(to, zone).date;
  for (let date = wallClockOf(from, zone).date; date <= lastDate; date = addDays(date, 1)) {
    for (const stretch of availability.filter(({ weekday }) => weekday === weekdayOf(date))) {
      const end = instantAt(date, stretch.toTime, zone);
      for (let at = instantAt(date, stretch.fromTime, zone); at + length <= end; at += stepMinutes * MINUTE) {
        if (at >= from && at < to && isFree(at)) found.add(at);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
