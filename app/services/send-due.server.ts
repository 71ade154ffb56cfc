import { claimDue } from './claim-due.server';
import type { Deps } from './deps';
import { DEFAULT_ENGINE } from './engine-settings';
import { sendClaimed } from './send-claimed.server';
import { steadyTime } from './steady-time';

/**
 * One round of the engine: claims what is due and sends it, each message in its slot.
 * @returns true when more may be waiting that can be sent at once.
 */
export const sendDue = (deps: Deps, settings = DEFAULT_ENGINE, time = steadyTime) => {
  const claim = claimDue(deps, settings, time);
  const send = sendClaimed(deps, settings, time);
  return async (worker: string): Promise<boolean> => {
    const { batch, more } = await claim({ worker, limit: settings.batch });
    await send(batch);
    return more;
  };
};
