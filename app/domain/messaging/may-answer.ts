import type { ContactHealth } from '../contact/contact-point';

/** Why no text may go back to the number that a text came from. */
export const ANSWER_BARS = ['safety', 'shared', 'not_theirs', 'dead', 'opted_out'] as const;
export type AnswerBar = (typeof ANSWER_BARS)[number];

/** What stands against answering a text by a text, the weightiest first; null when nothing does. */
export function barToAnswer(number: {
  /** For one of the owners' safety nothing may be sent. */
  noMessages: boolean;
  /** How many customers have the number. */
  owners: number;
  /** What experience says of it; none when it is on nobody's record any more. */
  healths: readonly ContactHealth[];
  optedOut: boolean;
}): AnswerBar | null {
  if (number.noMessages) return 'safety';
  if (number.owners > 1) return 'shared';
  if (number.owners === 0 || number.healths.length === 0) return 'not_theirs';
  if (number.healths.every((health) => health === 'dead')) return 'dead';
  return number.optedOut ? 'opted_out' : null;
}
