import { MINUTE } from '../clock';

/** How long the code to a new number or address can be used (ms), and how often it may be typed. Source: docs/security.md. */
export const CHANGE_CODE = { lifetime: 10 * MINUTE, tries: 5 } as const;

/** A change of a number or address, as the rules see it; instants in ms. */
export interface ContactChange {
  tries: number;
  expiresAt: number;
  confirmedAt: number | null;
  cancelledAt: number | null;
}

/** `waiting` for its code; `used_up` and `expired` can only be begun again. */
export type ChangeState = 'waiting' | 'confirmed' | 'cancelled' | 'used_up' | 'expired';

export function changeState(change: ContactChange, now: number): ChangeState {
  if (change.confirmedAt !== null) return 'confirmed';
  if (change.cancelledAt !== null) return 'cancelled';
  if (now >= change.expiresAt) return 'expired';
  return change.tries >= CHANGE_CODE.tries ? 'used_up' : 'waiting';
}

/** True for a change that took something away and put nothing in its place. */
export function isRemoval(change: { valueIndex: string; replacedIndex: string | null }): boolean {
  return change.replacedIndex === change.valueIndex;
}

/** So many of one kind are enough for anybody. */
export const MOST_OF_A_KIND = 3;
