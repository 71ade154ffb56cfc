import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runWorker } from '@jobs/run-worker';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

describe('the worker', () => {
  let database: TestDatabase;
  let twilio: TwilioServer;
  let engine: TestEngine;
  let composition: Composition;
  let log: string[];

  beforeEach(async () => {
    database = await newDatabase('sqlite');
    engine = await anEngine(database);
    twilio = await startTwilioServer({ now: () => engine.deps.clock.now(), answerAfter: () => 300 });
    log = [];
    const env = {
      ...{ DATABASE_URL: database.url, PUBLIC_URL: 'https://waymark.example', DATA_KEY: '5a'.repeat(32) },
      ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
      ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url },
    };
    composition = compose(readConfig(env, 'test'), {
      name: 'worker',
      clock: engine.deps.clock,
      log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    });
  });
  afterEach(async () => {
    await composition.close();
    await twilio.close();
    await database.drop();
  });

  async function untilRequests(count: number): Promise<void> {
    while (twilio.requests.length < count) await pause(5);
  }

  it('sends what is due, shows that it lives, and logs nothing personal', async () => {
    const { message } = await engine.due();
    const worker = runWorker(composition);
    await untilRequests(1);
    expect(await worker.stop()).toBe(true);
    expect((await engine.row(message.id)).status).toBe('accepted');
    expect(await database.db.read((q) => q.select().from(q.tables.workers))).toHaveLength(1);
    const written = log.join('');
    expect(written).toContain(message.id);
    expect(written).not.toMatch(/7700|Aled|waymark\.example\/a\//);
  });

  it('told to stop, finishes what is in flight and takes nothing new', async () => {
    const { message } = await engine.due();
    const worker = runWorker(composition);
    await untilRequests(1);
    const stopped = worker.stop();
    const late = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900124' })).id });
    expect(await stopped).toBe(true);
    expect((await engine.row(message.id)).status).toBe('accepted');
    expect((await engine.row(late.message.id)).status).toBe('planned');
    expect(twilio.requests).toHaveLength(1);
  });
});
