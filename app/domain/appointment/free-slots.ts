import { MINUTE } from '../clock';
import { addDays, wallClockOf } from '../time/wall-clock';
import { clashes, type DiaryTime } from './clashes';
import { openStretches, type DiaryHours } from './open-stretches';

export interface FreeSlotsQuestion extends DiaryHours {
  /** What is already in the diary, in ms, with the time kept free after it; the end is not part of it. */
  busy: readonly DiaryTime[];
  /** How far two appointments may overlap, in minutes; not at all unless told. */
  overlapMinutes?: number;
  /** IANA zone of the office. */
  zone: string;
  /** Slots start at or after `from` and before `to` (ms). */
  from: number;
  to: number;
  durationMinutes: number;
  /** Kept free after the appointment, in minutes: none unless told. It may reach beyond the hours, but into nobody's time. */
  bufferMinutes?: number;
  /** From one possible start to the next within a stretch; the duration unless told. */
  stepMinutes?: number;
}

/**
 * The instants (ms), in order, at which an appointment of that length can start: wholly inside one stretch of the hours
 * in which the adviser sees people, clashing with nothing. On the days when the clocks change a stretch is as long as it
 * really is.
 * @throws RangeError when the duration or the step is not above zero.
 */
export function freeSlots(question: FreeSlotsQuestion): number[] {
  const { busy, zone, from, to, durationMinutes, overlapMinutes = 0, stepMinutes = durationMinutes } = question;
  if (!(durationMinutes > 0 && stepMinutes > 0)) throw new RangeError('A slot and a step must be longer than nothing');
  const length = durationMinutes * MINUTE;
  const taken = length + (question.bufferMinutes ?? 0) * MINUTE;
  const allowed = overlapMinutes * MINUTE;
  const isFree = (start: number) => !busy.some((b) => clashes({ startsAt: start, endsAt: start + taken }, b, allowed));
  const found = new Set<number>();
  const lastDate = wallClockOf(to, zone).date;
  for (let date = wallClockOf(from, zone).date; date <= lastDate; date = addDays(date, 1)) {
    for (const { startsAt, endsAt } of openStretches(question, date, zone)) {
      for (let at = startsAt; at + length <= endsAt; at += stepMinutes * MINUTE) {
        if (at >= from && at < to && isFree(at)) found.add(at);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
