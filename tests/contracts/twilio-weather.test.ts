import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { MINUTE, SECOND } from '~/domain/clock';
import { sendDue } from '~/services/send-due.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

describeOnBothDatabases('Twilio in trouble', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let twilio: TwilioServer;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { clock } = engine.deps;
    twilio = await startTwilioServer({ now: () => clock.now() });
    const settings = {
      ...ACCOUNT,
      baseUrl: twilio.url,
      messagingServiceSid: null,
      from: '+441632960999',
      perSecond: 1000,
    };
    const sms = createTwilioSms({ ...settings, publicUrl: 'https://waymark.example', deadlineMs: 5000 }, clock);
    engine.deps.senders = [sms];
    for (let n = 0; n < 30; n += 1)
      await engine.due({
        customerId: (await engine.customer({ mobile: `+4477009001${String(n).padStart(2, '0')}` })).id,
      });
  });
  afterEach(async () => {
    expect(twilio.mistakes).toEqual([]);
    await twilio.close();
    await database.drop();
  });

  const WORKERS = ['a', 'b'];
  const pass = () => Promise.all(WORKERS.map((worker) => sendDue(engine.deps)(worker)));

  it('429 with Retry-After: nobody asks again before that, and then all go, once', async () => {
    twilio.failAlways({ kind: 'error', status: 429, code: 20429, retryAfter: '120' });
    await pass();
    const inFlight = twilio.requests.length;
    await pass();
    engine.deps.clock.advance(2 * MINUTE - 1);
    await pass();
    expect(twilio.requests).toHaveLength(inFlight);
    // No more than were on their way together when the first answer came.
    expect(inFlight).toBeLessThanOrEqual(30);
    twilio.failAlways(null);
    await drain();
    expect(new Set(twilio.messages.map(({ to }) => to)).size).toBe(30);
    expect(twilio.messages).toHaveLength(30);
  });

  it('503 for an hour: it is left alone but for a few trials, and then all go, once', async () => {
    twilio.failAlways({ kind: 'error', status: 503, code: 20503 });
    await pass();
    const inFlight = twilio.requests.length;
    for (let minute = 0; minute < 60; minute += 1) {
      engine.deps.clock.advance(MINUTE);
      await pass();
    }
    expect(twilio.requests.length - inFlight).toBeLessThan(20);
    twilio.failAlways(null);
    await drain();
    expect(twilio.messages).toHaveLength(30);
    expect(new Set(twilio.messages.map(({ to }) => to)).size).toBe(30);
  });

  it('20003: the channel is paused, and the messages are kept until it is repaired', async () => {
    twilio.failAlways({ kind: 'error', status: 401, code: 20003 });
    await pass();
    const inFlight = twilio.requests.length;
    for (let minute = 0; minute < 30; minute += 1) {
      engine.deps.clock.advance(MINUTE);
      await pass();
    }
    expect(twilio.requests.length - inFlight).toBeLessThanOrEqual(6);
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    expect(rows.filter(({ status }) => status === 'planned')).toHaveLength(30);
    expect(await database.db.read((q) => q.select().from(q.tables.callList))).toEqual([]);
    twilio.failAlways(null);
    await drain();
    expect(twilio.messages).toHaveLength(30);
  });

  async function drain() {
    for (let turn = 0; turn < 40; turn += 1) {
      engine.deps.clock.advance(30 * SECOND);
      await pass();
    }
  }
});
