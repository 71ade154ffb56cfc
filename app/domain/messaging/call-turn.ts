import type { Language } from '../language';

/**
 * Where a voice call is: `hello` asks who is there, `who` has the answer to that, `answer` the answer to the message.
 * After `who` and `answer` a key is known, or that none was pressed.
 */
export const CALL_STEPS = ['hello', 'who', 'answer'] as const;
export type CallStep = (typeof CALL_STEPS)[number];

/** What a voice call does next: it says something, and then listens for one key, or hangs up. */
export interface CallTurn {
  language: Language;
  say: readonly string[];
  /** True to leave a second between what is said: digits that somebody types or writes down meanwhile. */
  slowly?: boolean;
  /** What the next key is the answer to; `again` when it has been asked before in vain. */
  listen: { step: Exclude<CallStep, 'hello'>; again: boolean } | null;
}
