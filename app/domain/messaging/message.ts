/**
 * What a message is for. `feedback` asks how a meeting was; `step` and `club` remind of a step of the plan and of a work
 * club that somebody said they go to; `notice` says that something of theirs has changed, `access` that how they sign in or
 * are reached has, `adviser` that somebody else is their adviser from now on; `offer` asks if they would like to come at an
 * earlier time that has come free.
 */
export const MESSAGE_PURPOSES = [
  'reminder',
  'sign_in_code',
  'reply',
  'notice',
  'feedback',
  'step',
  'club',
  'access',
  'offer',
  'adviser',
] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/**
 * What is sent to somebody who has turned messages off on a page: the code that they have just asked for, and that their
 * account has changed hands, which whoever has changed it must not be able to silence. STOP is obeyed all the same.
 */
export const SENT_ALL_THE_SAME = ['sign_in_code', 'access'] as const satisfies readonly MessagePurpose[];

/**
 * The life of a message. It only moves forward.
 * - `planned` waits for its time; `claimed` is in a worker's hands;
 * - `accepted`, `sent`, `delivered` are the provider's words;
 * - `unknown`: the provider may or may not have it; it is asked, never guessed;
 * - `undelivered`, `failed`, `expired`, `superseded`, `cancelled`, `suppressed` are ends.
 */
export const MESSAGE_STATUSES = [
  'planned',
  'claimed',
  'unknown',
  'accepted',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'expired',
  'superseded',
  'cancelled',
  'suppressed',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];
