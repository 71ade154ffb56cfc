import { claimDue } from './claim-due.server';
import type { Deps } from './deps';
import { DEFAULT_ENGINE } from './engine-settings';
import { createPace } from './pace';
import { sendClaimed } from './send-claimed.server';

/**
 * One round of the engine: claims what is due and sends it.
 * @returns true when the batch was full, so that more may be waiting.
 */
export const sendDue = (deps: Deps, settings = DEFAULT_ENGINE) => {
  const claim = claimDue(deps, settings);
  const send = sendClaimed(deps, settings, createPace(deps.senders));
  const limit = claimLimit(deps, settings);
  return async (worker: string): Promise<boolean> => {
    const { looked, batch } = await claim({ worker, limit });
    await send(batch);
    return looked >= limit;
  };
};

/** No more than the slowest provider takes in half the time that a claim lasts. */
function claimLimit(deps: Deps, settings: typeof DEFAULT_ENGINE): number {
  const slowest = Math.min(...deps.senders.map((sender) => sender.perSecond ?? Infinity));
  const inTime = Math.floor((slowest * (settings.leaseMs - settings.deadlineMs)) / 2000);
  return Math.max(1, Math.min(settings.batch, inTime));
}
