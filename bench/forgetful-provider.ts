import { setImmediate as turnOver } from 'node:timers/promises';
import type { MessageSender, SendAnswer } from '~/adapters/messaging/sender';
import type { Clock } from '~/domain/clock';

/** A message that the provider has, whatever it answered. */
export interface Taken {
  id: string;
  recipient: string;
  body: string;
  at: number;
  /** In which round of the run. */
  round: number;
  /** It has said since that it did not arrive. */
  failed: boolean;
}

/**
 * A provider in bad weather: one in four hand-overs goes wrong, in every way that there is, and what it took is written
 * down here and nowhere else, so that the ledger can be held against it.
 */
export function forgetfulProvider(clock: Clock, random: () => number, present: { round: number }) {
  const taken: Taken[] = [];
  const news: Taken[] = [];
  let busyWith = 0;

  async function answer(id: string, take: () => void): Promise<SendAnswer> {
    // Others get on with what they do.
    busyWith += 1;
    for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await turnOver();
    busyWith -= 1;
    const fate = random();
    if (fate < 0.04) return { kind: 'rejected', cause: 'person', code: '21211', detail: 'no such number' };
    if (fate < 0.08) return { kind: 'try_later', code: '500', detail: 'out of order', retryAfterMs: null };
    if (fate < 0.1) return { kind: 'try_later', code: '20429', detail: 'too many', retryAfterMs: 20_000 };
    if (fate < 0.16) return { kind: 'unknown', detail: 'no connection after the request was written' };
    take();
    if (fate < 0.24) return { kind: 'unknown', detail: 'cut off before the answer' };
    return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
  }

  const sender: MessageSender = {
    provider: 'twilio',
    channel: 'sms',
    perSecond: null,
    lookUp: null,
    send({ id, recipient, body }) {
      const one: Taken = { id, recipient, body, at: clock.now(), round: present.round, failed: false };
      return answer(id, () => {
        taken.push(one);
        // Of one in three nothing is ever heard again, unless it is asked about.
        if (random() < 0.67) news.push(one);
      });
    },
    async reconcile({ id }) {
      const found = taken.find((one) => one.id === id);
      if (!found) return { kind: 'not_found' };
      return { kind: 'found', candidates: [{ providerId: `SM-${id}`, providerStatus: 'sent', errorCode: null }] };
    },
    close: async () => {},
  };
  /** What it has to say about messages that it took: some at once, some later, one in ten that it did not arrive. */
  const takeNews = () =>
    news.splice(0, Math.ceil(news.length * random())).map((one) => {
      one.failed = random() < 0.1;
      const word = one.failed ? { providerStatus: 'undelivered', errorCode: '30005' } : { providerStatus: 'delivered', errorCode: null }; // prettier-ignore
      return { provider: 'twilio', messageId: one.id, providerId: `SM-${one.id}`, ...word };
    });
  /** Has dealt with all that it was given, also by workers that are dead: before time goes on, as it takes seconds at most. */
  const settled = async () => {
    while (busyWith > 0) await turnOver();
  };
  return { sender, taken, takeNews, settled };
}
