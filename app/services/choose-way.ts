import { SECOND } from '~/domain/clock';
import type { Channel } from '~/domain/messaging/channel';
import { chooseChannel, type ChannelChoice, type Reach } from '~/domain/messaging/choose-channel';
import {
  exhaustedChannels,
  FAILURE_LIMITS,
  isOfTheProvider,
  refusingProviders,
  type Attempt,
} from '~/domain/messaging/failed-attempt';
import type { MessageSender } from '~/adapters/messaging/sender';
import type { Weather } from './weather.server';

type Chosen = Exclude<ChannelChoice, { channel: 'call_list' }>;

/** How a reminder is to travel: by whom, as a call, or not yet. */
export type WayChosen =
  | (Chosen & { act: 'send'; sender: MessageSender })
  | (Extract<ChannelChoice, { channel: 'call_list' }> & { act: 'call' })
  | { act: 'wait'; channel: Channel; why: 'provider_down' | 'paused'; until: number | null };

/**
 * Chooses the channel, and of its providers the first that works. Where none does the reminder waits, until its latest
 * moment nears: then the next channel is tried, and at last a person phones. A provider that has refused this reminder's
 * message is passed over.
 * @param attempts earlier attempts of the same reminder.
 */
export function chooseWay(
  reach: Reach,
  attempts: readonly Attempt[],
  { weather, available, now, sendBy }: { weather: Weather; available: readonly Channel[]; now: number; sendBy: number },
): WayChosen {
  const lastMoment = sendBy - FAILURE_LIMITS.near + 1;
  const shut: Channel[] = [];
  for (;;) {
    const tried = [...exhaustedChannels(attempts, now, sendBy), ...shut];
    const choice = chooseChannel(reach, tried, available);
    if (choice.channel === 'call_list') return { act: 'call', ...choice };
    const way = weather.way(choice.channel, refusingProviders(attempts, choice.channel));
    if (way.kind === 'go') return { act: 'send', ...choice, sender: way.sender };
    if (way.kind === 'wait' && now < lastMoment) {
      // Who was a trial that came to nothing lets others go first.
      const turn = SECOND * attempts.filter(isOfTheProvider).length;
      const until = way.until && Math.min(way.until + turn, lastMoment);
      return { act: 'wait', channel: choice.channel, why: way.why, until };
    }
    shut.push(choice.channel);
  }
}
