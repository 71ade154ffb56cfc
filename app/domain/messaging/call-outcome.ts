import { MINUTE } from '../clock';
import type { CallOutcome } from './call-list';
import { openFrom, type WorkingTime } from '../time/working-time';

/** What becomes of an entry of the call list after a call. */
export type AfterCall =
  | { act: 'close' }
  /** `nextTryAt`: not to be rung again before (ms); null for at once, on another number. */
  | { act: 'keep'; nextTryAt: number | null }
  /** Closed, because there is no number left; somebody asks for a new one. */
  | { act: 'ask_for_number' };

/** Pauses between tries: an hour, less when the time is short, never less than ten minutes. */
const LONGEST_PAUSE = 60 * MINUTE;
const SHORTEST_PAUSE = 10 * MINUTE;

/**
 * What an outcome does to the entry. Who was spoken to knows; so does one for whom word was left, unless word must not be
 * left for them: then somebody tries again, and takes care. A wrong number is given up, and the next one is rung.
 * @param call.careful the person is discreet, or no messages may reach them.
 * @param call.otherNumbers how many of their numbers can still be rung, the one just tried left out.
 * @param call.at when the call was made, `dueAt` by when it has to succeed (ms).
 */
export function afterCall(
  call: { outcome: CallOutcome; careful: boolean; otherNumbers: number; at: number; dueAt: number },
  hours: WorkingTime,
): AfterCall {
  const { outcome, careful, otherNumbers, at, dueAt } = call;
  switch (outcome) {
    case 'spoke':
    case 'not_needed':
      return { act: 'close' };
    case 'left_word':
      return careful ? { act: 'keep', nextTryAt: nextTryAt(at, dueAt, hours) } : { act: 'close' };
    case 'no_answer':
      return { act: 'keep', nextTryAt: nextTryAt(at, dueAt, hours) };
    case 'wrong_number':
      return otherNumbers > 0 ? { act: 'keep', nextTryAt: null } : { act: 'ask_for_number' };
  }
}

/**
 * When to ring again after nobody answered (ms): in an hour, or after half of the time that is left if that is less,
 * within the hours of the office.
 */
export function nextTryAt(at: number, dueAt: number, hours: WorkingTime): number {
  const pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, (dueAt - at) / 2));
  return openFrom(Math.round(at + pause), hours);
}
