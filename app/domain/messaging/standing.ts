import { counts } from './reach-so-far';
import { beganAt, troubleOf, type Outlook, type TellingAttempt } from './trouble';

/** How one reminder stands, in a word, for a picture of them all. */
export const STANDINGS = ['arrived', 'on_the_way', 'in_trouble', 'to_call'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * How one reminder stands: it arrived, or they know by now; somebody is to phone; something is wrong with it; or it is on
 * its way, or waits for its time. Null for one that was not needed, and for the call on the day, which may not be.
 * @param attempts those of this reminder.
 * @param hasCall somebody is asked to phone about it.
 */
export function standingOf(
  attempts: readonly TellingAttempt[],
  outlook: Outlook & { hasCall: boolean },
): Standing | null {
  const telling = attempts.filter(counts);
  const last = telling.reduce<TellingAttempt | null>((a, b) => (a === null || b.attempt > a.attempt ? b : a), null);
  if (last === null || (last.rule === 'same_day' && last.status === 'planned')) return null;
  const knows = outlook.knowsSince !== null && outlook.knowsSince >= beganAt(last);
  if (knows || telling.some(({ status }) => status === 'delivered')) return 'arrived';
  if (outlook.hasCall || last.channel === 'call_list') return 'to_call';
  return troubleOf(telling, outlook) === null ? 'on_the_way' : 'in_trouble';
}
