import { HOUR, MINUTE, SECOND } from '~/domain/clock';

/** What a provider does with one message: takes it or not, and says so or not. */
export const OUTCOMES = ['accepted', 'accepted', 'refused', 'later', 'lost', 'unheard'] as const;
/** Receipts of one message, in the order in which they come. */
export const RECEIPTS = [
  [],
  ['sent', 'delivered'],
  ['delivered', 'sent'],
  ['delivered', 'delivered'],
  ['undelivered'],
] as const;
export const EVENTS = ['move', 'cancel', 'stop', 'safety', 'wrong_number'] as const;

export interface Race {
  /** The first person has an email address as well. */
  email: boolean;
  /** How long before the first appointment all this happens (ms). */
  ahead: number;
  events: { what: (typeof EVENTS)[number]; whose: number }[];
  outcomes: (typeof OUTCOMES)[number][];
  receipts: (typeof RECEIPTS)[number][];
  /** How far the clock is put on, at moments of their own (ms). */
  pauses: number[];
}

/** What `ahead` and `pauses` are chosen from (ms). */
export const AHEAD = [29 * HOUR, 50 * MINUTE] as const;
export const PAUSES = [5 * SECOND, 11 * SECOND, 61 * SECOND, 125 * SECOND, 15 * MINUTE] as const;
