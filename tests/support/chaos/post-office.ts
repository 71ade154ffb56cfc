import { setTimeout as pause } from 'node:timers/promises';
import twilio from 'twilio';
import { ACCOUNT } from '../twilio-account';
import type { TwilioMessage, TwilioServer } from '../twilio-server';
import type { Balancer } from './balancer';
import type { Tally } from './tally';
import { PUBLIC_URL } from './town';

/** What is done with texts once Twilio has them: people find them on their phones, and the portal hears of it. */
export function createPostOffice(server: TwilioServer, balancer: Balancer, tally: Tally, random: () => number) {
  const phones = new Map<string, TwilioMessage[]>();
  let sorted = 0;
  let told = 0;
  let replies = 0;

  function sort(): void {
    for (; sorted < server.messages.length; sorted += 1) {
      const message = server.messages[sorted]!;
      phones.set(message.to, [...(phones.get(message.to) ?? []), message]);
    }
  }

  async function signed(path: string, params: Record<string, string>): Promise<number> {
    const signature = twilio.getExpectedTwilioSignature(ACCOUNT.authToken, PUBLIC_URL + path, params);
    const headers = {
      ...{ host: new URL(PUBLIC_URL).host, 'content-type': 'application/x-www-form-urlencoded' },
      ...{ 'x-twilio-signature': signature, 'x-forwarded-for': '192.0.2.250' },
    };
    const body = new URLSearchParams(params).toString();
    const answer = await balancer.pass({ method: 'POST', path, headers, body });
    return answer.ok ? answer.status : 0;
  }

  /** Twilio says each word once: what is lost on the way has to be asked for. */
  async function receipt(message: TwilioMessage): Promise<void> {
    const path = new URL(message.statusCallback!).pathname;
    const arrives = random() >= 0.03;
    for (const word of ['sent', arrives ? 'delivered' : 'undelivered']) {
      message.status = word;
      if (word === 'undelivered') message.errorCode = 30003;
      const code: Record<string, string> = word === 'undelivered' ? { ErrorCode: '30003' } : {};
      const params = { MessageSid: message.sid, MessageStatus: word, AccountSid: ACCOUNT.accountSid, ...code };
      const status = await signed(path, params);
      if (status === 204) tally.add({ kind: 'receipt', messageId: path.split('/').at(-1)!, word });
      tally.count(status === 204 ? 'receipts taken' : 'receipts lost');
    }
  }

  return {
    /** The newest text to a number that has `pattern` in it and came at `since` (ms) or later; null when none does in time. */
    async find(to: string, pattern: RegExp, since: number, patienceMs: number): Promise<string | null> {
      for (const until = performance.now() + patienceMs; ; await pause(50)) {
        sort();
        const found = phones.get(to)?.findLast(({ body, createdAt }) => createdAt >= since && pattern.test(body));
        if (found) return pattern.exec(found.body)!.at(-1)!;
        if (performance.now() > until) return null;
      }
    },
    hasHeard: (to: string) => (sort(), phones.has(to)),
    /** Tells the portals of what Twilio has taken since the last time. */
    async deliver(): Promise<void> {
      const fresh = server.messages.slice(told, told + 20);
      told += fresh.length;
      await Promise.all(fresh.map(receipt));
    },
    /** Somebody answers a text. Whoever gets no answer sends it again; Twilio gives it the same id. */
    async reply(from: string, body: string): Promise<void> {
      replies += 1;
      const providerId = `SM${String(replies).padStart(32, '0')}`;
      const params = { MessageSid: providerId, From: from, To: '+441632960999', Body: body };
      for (let n = 0; n < 3; n += 1) {
        if ((await signed('/webhooks/twilio/inbound', params)) !== 200) continue;
        tally.add({ kind: 'reply', providerId });
        return tally.count('replies taken');
      }
      tally.count('replies lost');
    },
  };
}

export type PostOffice = ReturnType<typeof createPostOffice>;
