import { MINUTE, SECOND } from '~/domain/clock';

/** How the engine paces itself; times in ms. Tests shorten them, nothing else changes them. */
export interface EngineSettings {
  /** How long a claimed message is a worker's own. */
  leaseMs: number;
  /** How long a provider may take to answer. */
  deadlineMs: number;
  /** How long after the hand-over a message that the provider does not know may be sent again. */
  resendUnknownAfterMs: number;
  /** How soon an unknown message is asked about again. */
  askAgainMs: number;
  /** Hand-overs at once. */
  concurrency: number;
  /** Messages claimed at once. */
  batch: number;
  /** How long answers wait for those of the hand-overs that are under way, so that they share a commit. */
  gatherMs: number;
}

export const DEFAULT_ENGINE: EngineSettings = {
  leaseMs: MINUTE,
  deadlineMs: 10 * SECOND,
  resendUnknownAfterMs: 2 * MINUTE,
  askAgainMs: 15 * SECOND,
  concurrency: 64,
  // As many as 64 at a time can hand over within the lease, should each take all of its 10 seconds.
  batch: 384,
  // Much less than a provider takes to answer, and long for a commit.
  gatherMs: 25,
};

/** Providers are asked about fewer at a time than they are given: what they allow for that is not in their rate. */
const ASKED_AT_ONCE = 16;

/** How many messages are asked about at once, and how many are taken for that: what can be asked within the lease. */
export function paceOfAsking({ concurrency, batch }: Pick<EngineSettings, 'concurrency' | 'batch'>) {
  return { concurrency: Math.min(concurrency, ASKED_AT_ONCE), batch: Math.min(batch, 6 * ASKED_AT_ONCE) };
}

/**
 * How far ahead slots of a provider's rate are given to claimed messages (ms): far enough that it is never idle between two
 * claims, near enough that what is urgent by then does not wait long behind them, and well within a lease.
 */
export function slotsAheadMs(settings: Pick<EngineSettings, 'leaseMs' | 'deadlineMs'>): number {
  return Math.max(0, Math.min(3 * SECOND, (settings.leaseMs - settings.deadlineMs) / 2));
}
