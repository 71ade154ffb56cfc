import { CHANNELS, type Channel } from './channel';

/** What can be stopped: everything, or one way out. */
export const HOLD_SCOPES = ['all', ...CHANNELS] as const;
export type HoldScope = (typeof HOLD_SCOPES)[number];

/**
 * - `paused` by an operator, until resumed;
 * - `restored`: this database came out of a backup, and what it believes to be unsent may be long out. Until armed.
 */
export const HOLD_REASONS = ['paused', 'restored'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** True when these holds stop a channel. */
export function stops(holds: readonly { scope: HoldScope }[], channel: Channel): boolean {
  return holds.some(({ scope }) => scope === 'all' || scope === channel);
}
