import { CHANNELS, type Channel } from './channel';
import { passage, type CircuitState } from './circuit';
import type { HoldReason, HoldScope } from './hold';

/** Something that keeps messages from going out at present; `since` is an instant (ms). */
export type Stoppage =
  /** This database came out of a backup, from `since`: nothing goes out, nor onto the call list. */
  | { kind: 'not_armed'; since: number }
  /** An operator has stopped a channel, or all of them. */
  | { kind: 'paused'; scope: Exclude<HoldScope, 'call_list'>; since: number }
  /** No provider of the channel works; null when it is not known since when. */
  | { kind: 'down'; scope: Exclude<Channel, 'call_list'>; since: number | null };

/** One way out; without a state there has been no trouble. */
export interface WayOut {
  channel: Channel;
  state: CircuitState | null;
}

/**
 * What those have to know who rely on messages going out. The wider says it for the narrower: a channel that is paused as
 * well, or down, is not named beside everything. A provider for which another one works is nobody's worry.
 */
export function stoppagesOf(
  holds: readonly { scope: HoldScope; reason: HoldReason; since: number }[],
  ways: readonly WayOut[],
  now: number,
): Stoppage[] {
  const restored = holds.find(({ reason }) => reason === 'restored');
  if (restored) return [{ kind: 'not_armed', since: restored.since }];
  const everything = holds.find(({ scope }) => scope === 'all');
  if (everything) return [{ kind: 'paused', scope: 'all', since: everything.since }];
  return CHANNELS.flatMap((channel): Stoppage[] => {
    // People phone, whatever is stopped.
    if (channel === 'call_list') return [];
    const pause = holds.find(({ scope }) => scope === channel);
    if (pause) return [{ kind: 'paused', scope: channel, since: pause.since }];
    const own = ways.filter((way) => way.channel === channel);
    const isDown = own.length > 0 && own.every(({ state }) => state && passage(state, now).kind !== 'free');
    if (!isDown) return [];
    // It is down since the last of them failed; a circuit knows when only where we are at fault.
    const sinces = own.map(({ state }) => state?.faultSince ?? null);
    const known = sinces.filter((since) => since !== null);
    return [{ kind: 'down', scope: channel, since: known.length === sinces.length ? Math.max(...known) : null }];
  });
}
