import type { Channel } from './channel';
import { passage, type CircuitState } from './circuit';
import { stops, type HoldScope } from './hold';
import type { Stopped } from './trouble';

/** One way out, and how it is doing; null when it has never had any trouble. */
export interface WayOut {
  channel: Channel;
  circuit: CircuitState | null;
}

/**
 * Why nothing goes by a channel: people, or a restore, have stopped it, or none of its providers works. Of a channel that
 * is not chosen yet only what stops all of them is known. A call that somebody is to make is never stopped.
 * @param ways every way out that the settings know.
 */
export function stoppedChannels(holds: readonly { scope: HoldScope }[], ways: readonly WayOut[], now: number): Stopped {
  return (channel) => {
    if (channel === null) return holds.some(({ scope }) => scope === 'all') ? 'paused' : null;
    if (channel === 'call_list') return null;
    if (stops(holds, channel)) return 'paused';
    const providers = ways.filter((way) => way.channel === channel);
    const works = ({ circuit }: WayOut) => circuit === null || passage(circuit, now).kind !== 'blocked';
    return providers.length > 0 && !providers.some(works) ? 'provider_down' : null;
  };
}
