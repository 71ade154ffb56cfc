import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { count, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import type { EngineSettings } from '~/services/engine-settings';
import { newDatabase, type TestDatabase } from '../support/databases';
import { fillLedger } from '../support/full-ledger';
import { startTwilioServer, type TwilioServer } from '../support/twilio-server';
import { buildSendingWorker, OFFSET, removeSendingWorker, startSendingWorker } from '../support/worker-process';

const ENGINE: EngineSettings = {
  leaseMs: 3000,
  deadlineMs: 1000,
  resendUnknownAfterMs: 5000,
  askAgainMs: 500,
  concurrency: 8,
  batch: 24,
  gatherMs: 25,
};
/** How often a worker is killed; `KILLS=50` for a long look. Each has its 40 messages. */
const KILLS = Number(process.env.KILLS ?? 25);
const MESSAGES = 40 * KILLS;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

describe('workers that are killed', () => {
  beforeAll(buildSendingWorker);
  afterAll(removeSendingWorker);

  it(`send every message exactly once: ${MESSAGES} messages, ${KILLS} kills (SQLite)`, () =>
    killTest('sqlite', MESSAGES, KILLS));
  it.skipIf(!inject('postgresUrl'))(`and so with PostgreSQL: ${MESSAGES / 5} messages, ${KILLS / 5} kills`, () =>
    killTest('postgres', MESSAGES / 5, KILLS / 5),
  );
});

async function killTest(dialect: Dialect, messages: number, kills: number): Promise<void> {
  const began = Date.now();
  console.log(`seed ${seed} (SEED=${seed} repeats the moments of the kills)`);
  const random = randomFrom(seed);
  const database = await newDatabase(dialect);
  const twilio = await startTwilioServer({ now: () => Date.now() + OFFSET, answerAfter: () => 2 + random() * 40 });
  try {
    await fillLedger(database, messages, Date.now() + OFFSET);
    const start = () => startSendingWorker(database.url, twilio.url, ENGINE);
    let left = kills;
    const lane = async () => {
      for (let worker = await start(); left > 0; worker = await start()) {
        left -= 1;
        worker.send('go');
        await once(worker, 'message');
        await untilMoment(twilio, random);
        worker.kill('SIGKILL');
        await once(worker, 'exit');
      }
    };
    // Four at a time: while one is killed the others work on, or ask about what it left behind, or are killed as well.
    await Promise.all([lane(), lane(), lane(), lane()]);
    const killed = Date.now();
    const sentWhileKilled = twilio.requests.length;

    const last = await start();
    last.send('go');
    await untilSettled(database);
    last.kill('SIGKILL');
    await once(last, 'exit');

    const seconds = (from: number, to: number) => Math.round((to - from) / 1000);
    console.log(
      `${sentWhileKilled} requests in ${seconds(began, killed)} s of killing, the rest in ${seconds(killed, Date.now())} s`,
    );
    expect(sentWhileKilled).toBeLessThan(messages);
    await expectEachSentOnce(database, twilio, messages);
  } finally {
    await twilio.close();
    await database.drop();
  }
}

/**
 * A random moment in the work: somewhere in the first half second, when it claims, or after some texts have gone out,
 * in the milliseconds between a text and the next, its answer and its record.
 */
async function untilMoment(twilio: TwilioServer, random: () => number): Promise<void> {
  const early = random() < 0.2;
  const more = Math.ceil(random() * 45);
  const rest = random();
  if (early) return void (await pause(rest * 500));
  const wanted = twilio.requests.length + more;
  // A worker with nothing left to claim waits for the leases of the dead: it is killed all the same.
  for (let waited = 0; twilio.requests.length < wanted && waited < 3000; waited += 5) await pause(5);
  await pause(rest * 30);
}

async function untilSettled(database: TestDatabase): Promise<void> {
  for (const giveUp = Date.now() + 240_000; Date.now() < giveUp; await pause(250)) {
    const [row] = await database.db.read((q) =>
      q
        .select({ open: count() })
        .from(q.tables.messages)
        .where(inArray(q.tables.messages.status, ['planned', 'claimed', 'unknown'])),
    );
    if (Number(row?.open) === 0) return;
  }
  throw new Error('the last worker did not settle every message in four minutes');
}

async function expectEachSentOnce(database: TestDatabase, twilio: TwilioServer, messages: number): Promise<void> {
  const requests = twilio.requests.map((fields) => `${fields.To} ${fields.Body}`);
  const rows = await database.db.read((q) => q.select().from(q.tables.messages));
  const accepted = rows.filter((row) => row.status === 'accepted');
  const rest = rows.filter((row) => row.status !== 'accepted');
  console.log(`${requests.length} requests; ${rest.length} attempts were never handed over and were repeated`);
  expect(twilio.mistakes).toEqual([]);
  expect(new Set(requests).size).toBe(messages);
  expect(requests).toHaveLength(messages);
  expect(new Set(accepted.map((row) => row.reminderId)).size).toBe(messages);
  expect(new Set(accepted.map((row) => row.providerId)).size).toBe(messages);
  expect(accepted).toHaveLength(messages);
  expect(rest.filter((row) => row.reason !== 'not_handed_over')).toEqual([]);
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
