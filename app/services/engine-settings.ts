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
  /** Provider requests at once. */
  concurrency: number;
  /** Messages claimed at once. */
  batch: number;
}

export const DEFAULT_ENGINE: EngineSettings = {
  leaseMs: MINUTE,
  deadlineMs: 10 * SECOND,
  resendUnknownAfterMs: 2 * MINUTE,
  askAgainMs: 15 * SECOND,
  concurrency: 8,
  batch: 50,
};
