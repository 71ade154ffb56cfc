import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import twilio from 'twilio';
import { inArray } from 'drizzle-orm';
import { bareBuild } from '../support/bare-build';
import { PUBLIC_URL, startBarePortal, type BarePortal } from '../support/bare-portal';
import { newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { fakeClock } from '../support/fake-clock';
import { fillLedger } from '../support/full-ledger';
import { ACCOUNT } from '../support/twilio-server';

const TWILIO = {
  ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
  TWILIO_FROM: '+441632960999',
};
const MEGABYTE = 1024 * 1024;
/** How many come, ten for each message; `RECEIPTS=10000` for what a large office has on a bad morning. */
const RECEIPTS = Number(process.env.RECEIPTS ?? 2_000);

describe('receipts that come all at once', () => {
  let database: TestDatabase;
  let portal: BarePortal;
  let agent: Agent;

  beforeEach(() => void (agent = new Agent({ keepAlive: true, maxSockets: 200 })));
  afterEach(async () => {
    agent.destroy();
    await portal.close();
    await database.drop();
  });

  it(`${RECEIPTS} in a burst, ten for each message, in any order (SQLite)`, () => burst('sqlite', RECEIPTS / 10));
  it.skipIf(!inject('postgresUrl'))(`${RECEIPTS / 5} in a burst (PostgreSQL)`, () => burst('postgres', RECEIPTS / 50));

  async function burst(dialect: 'sqlite' | 'postgres', messages: number) {
    database = await newDatabase(dialect);
    const deps = testDeps(database.db, { clock: fakeClock() });
    await fillLedger(database, messages, deps.clock.now());
    portal = await startBarePortal({ build: bareBuild(), settings: TWILIO, database });
    // Half are accepted; of the others our own commit is still to come.
    const ids = await database.db.write(async (q) => {
      const rows = await q.select({ id: q.tables.messages.id }).from(q.tables.messages);
      const out = { channel: 'sms' as const, provider: 'twilio', claimedAt: deps.clock.now(), fence: 1 };
      await q.update(q.tables.messages).set({ ...out, status: 'claimed' });
      const half = rows.filter((_row, n) => n % 2 === 0).map(({ id }) => id);
      await q.update(q.tables.messages).set({ status: 'accepted' }).where(inArray(q.tables.messages.id, half));
      return rows.map(({ id }) => id);
    });
    const words = ['delivered', 'sent', 'sending', 'queued', 'delivered', 'delivered', 'sent', 'delivered', 'sent', 'queued']; // prettier-ignore
    // The last word first, and neighbours far apart.
    const calls = words.flatMap((word) => ids.map((id, n) => ({ id, word, sid: `SM${n.toString(16).padStart(32, '0')}` }))); // prettier-ignore
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
    const began = performance.now();
    const statuses = await Promise.all(calls.map(({ id, word, sid }) => call(id, { MessageSid: sid, MessageStatus: word }))); // prettier-ignore
    clearInterval(watch);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${dialect}: ${calls.length} receipts in ${seconds.toFixed(1)} s; memory grew by ${Math.round((most - before) / MEGABYTE)} MB at most`,
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['delivered']));
    expect(new Set(rows.map(({ providerId }) => providerId)).size).toBe(messages);
    const events = await database.db.read((q) => q.select().from(q.tables.messageEvents));
    const kept = events.filter(({ source }) => source === 'callback');
    // "Queued" is what we call accepted, "sending" what we call sent: each word once, however often it came.
    expect(kept).toHaveLength(3 * messages);
    // The requests themselves, which are in this process too, take most of it.
    expect((most - before) / MEGABYTE).toBeLessThan(600);

    await forgedUnknownAndTwice(ids[0]!);
  }

  async function forgedUnknownAndTwice(id: string) {
    const count = async () => (await database.db.read((q) => q.select().from(q.tables.messageEvents))).length;
    const events = await count();
    const forged = Array.from({ length: 100 }, () => call(id, { MessageSid: `SM${'f'.repeat(32)}`, MessageStatus: 'failed' }, 'e'.repeat(32))); // prettier-ignore
    expect(new Set(await Promise.all(forged))).toEqual(new Set([403]));
    expect(await call('0198f0aa-0000-7000-8000-000000000000', { MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'sent' })).toBe(204); // prettier-ignore
    expect(await count()).toBe(events);
    const reply = { MessageSid: `SM${'1'.repeat(32)}`, From: '+447700900001', Body: '1' };
    const replies = await Promise.all(Array.from({ length: 10 }, () => send('/webhooks/twilio/inbound', reply)));
    expect(new Set(replies)).toEqual(new Set([200]));
    expect(await database.db.read((q) => q.select().from(q.tables.replies))).toHaveLength(1);
  }

  const call = (id: string, fields: Record<string, string>, token?: string) => send(`/webhooks/twilio/status/${id}`, fields, token); // prettier-ignore

  function send(path: string, fields: Record<string, string>, token = ACCOUNT.authToken): Promise<number> {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(token, PUBLIC_URL + path, fields),
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: portal.port, method: 'POST', path, agent, headers },
        (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      asked.once('error', reject).end(new URLSearchParams(fields).toString());
    });
  }
});
