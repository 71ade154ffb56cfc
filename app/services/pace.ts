import { setTimeout as pause } from 'node:timers/promises';
import type { MessageSender } from '~/adapters/messaging/sender';

/** Waits until one more message may go to a provider. */
export type Pace = (provider: string) => Promise<void>;

/**
 * A token bucket for each provider: a second's worth at once, then as many a second as the provider takes.
 * Time is the process's own steady clock, so that a step of the wall clock neither floods nor stalls.
 */
export function createPace(senders: readonly Pick<MessageSender, 'provider' | 'perSecond'>[]): Pace {
  const buckets = new Map(
    senders.flatMap(({ provider, perSecond }) =>
      perSecond === null ? [] : [[provider, { perSecond, tokens: Math.max(1, perSecond), at: performance.now() }]],
    ) as [string, { perSecond: number; tokens: number; at: number }][],
  );
  return async (provider) => {
    const bucket = buckets.get(provider);
    if (!bucket) return;
    const now = performance.now();
    const gained = ((now - bucket.at) / 1000) * bucket.perSecond;
    bucket.tokens = Math.min(Math.max(1, bucket.perSecond), bucket.tokens + gained) - 1;
    bucket.at = now;
    // A debt is waited off; each waiter has already taken its token, so they leave one after the other.
    if (bucket.tokens < 0) await pause((-bucket.tokens / bucket.perSecond) * 1000);
  };
}
