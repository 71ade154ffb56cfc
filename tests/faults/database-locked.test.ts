import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { isOutage } from '@db/dialect/outages';
import { MINUTE } from '~/domain/clock';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { startBarePortal, type BarePortal } from '../support/bare-portal';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anEngine, type TestEngine } from '../support/engine';
import { otherProgram, type OtherProgram } from '../support/other-program';
import { scriptedSender } from '../support/scripted-sender';
import { writingBuild } from '../support/writing-build';

/** How long a lock is waited for here; a worker waits a minute, so that 5 seconds and 60 are a twelfth of this, and all of it. */
const PATIENCE = 60;
const PEOPLE = 12;

describeOnBothDatabases('a database that another program has locked', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let other: OtherProgram;
  let places: Db[];
  let portal: BarePortal | null;
  let log: string[];
  let sms: ReturnType<typeof scriptedSender>;
  let whileAsked: () => Promise<void>;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    whileAsked = async () => undefined;
    sms = scriptedSender('sms', {
      answer: async ({ id }) => {
        await whileAsked();
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
      reconcile: ({ id }) =>
        sms.sent.some((one) => one.id === id)
          ? { kind: 'found', candidates: [{ providerId: `SM-${id}`, providerStatus: 'sent', errorCode: null }] }
          : { kind: 'not_found' },
    });
    engine = await anEngine(database, { senders: [sms] });
    other = await otherProgram(database.url);
    places = [];
    portal = null;
    log = [];
  });
  afterEach(async () => {
    await portal?.close();
    await Promise.all(places.map((place) => place.close()));
    await other.close();
    await database.drop();
  });

  async function everybody() {
    const made = [];
    for (let n = 0; n < PEOPLE; n += 1) {
      const mobile = `+4477009000${String(n).padStart(2, '0')}`;
      made.push(await engine.due({ customerId: (await engine.customer({ mobile })).id }));
    }
    return made;
  }
  /** Workers with connections of their own, as processes of their own would have. */
  function workers(count: number, lockPatienceMs: number) {
    const mine = Array.from({ length: count }, () => openDatabase(database.url, { lockPatienceMs }));
    places.push(...mine);
    const write = (line: string) => void log.push(line);
    return mine.map((db, n) => {
      const deps = testDeps(db, { clock: engine.deps.clock, senders: [sms], log: pino({ level: 'error' }, { write }) });
      const [send, ask] = [sendDue(deps, DEFAULT_ENGINE), reconcileUnknown(deps, DEFAULT_ENGINE)];
      return { send: () => send(`w${n}`), ask: () => ask(`w${n}`) };
    });
  }
  const rows = () => database.db.read((q) => q.select().from(q.tables.messages));
  async function expectEachOnce() {
    expect(sms.sent).toHaveLength(PEOPLE);
    expect(new Set(sms.sent.map(({ recipient }) => recipient)).size).toBe(PEOPLE);
    expect((await rows()).map(({ status }) => status)).toEqual(Array.from({ length: PEOPLE }, () => expect.stringMatching(/accepted|sent/))); // prettier-ignore
  }

  it('for less time than it waits: a worker waits, and all is sent once', async () => {
    await everybody();
    const [worker] = workers(1, 60_000);
    await other.lock();
    const sending = worker!.send();
    await pause(PATIENCE / 12);
    expect(sms.sent).toEqual([]);
    await other.release();
    await sending;
    await expectEachOnce();
  });

  it.each([5, 60])('for %i times as long as they wait: four workers try again, and all is sent once', async (times) => {
    await everybody();
    const team = workers(4, PATIENCE / 12);
    await other.lock();
    const failures: unknown[] = [];
    const inVain = (error: unknown) => failures.push(error);
    for (let round = 0; round < times; round += 1)
      await Promise.all(team.flatMap(({ send, ask }) => [send().catch(inVain), ask().catch(inVain)]));
    expect(failures).toHaveLength(times * 8);
    expect(failures.filter((failure) => !isOutage(failure))).toEqual([]);
    expect(sms.sent).toEqual([]);
    await other.release();
    for (const { send } of team) while (await send());
    await expectEachOnce();
  });

  it('from the moment that the provider has it: the answer is lost, and it is not sent again', async () => {
    await everybody();
    const [worker] = workers(1, PATIENCE);
    let locked: Promise<void> | null = null;
    whileAsked = () => (locked ??= other.lock());
    await worker!.send();
    const handedOver = sms.sent.length;
    expect(handedOver).toBeGreaterThan(0);
    expect(log.join('')).toContain('the answer was not recorded');
    await other.release();
    whileAsked = async () => undefined;
    expect((await rows()).filter(({ status }) => status === 'claimed')).toHaveLength(PEOPLE);
    for (let minute = 0; minute < 6; minute += 1) {
      engine.deps.clock.advance(MINUTE);
      await worker!.ask();
      await worker!.send();
    }
    expect(sms.sent).toHaveLength(PEOPLE);
    expect(new Set(sms.sent.map(({ recipient }) => recipient)).size).toBe(PEOPLE);
    const open = (await rows()).filter(({ status }) => ['planned', 'claimed', 'unknown'].includes(status));
    expect(open).toEqual([]);
  });

  it('gives a visitor a page that says so, and when to come again, soon and to all of them', async () => {
    const [first] = await everybody();
    portal = await startBarePortal({ build: writingBuild(), database, patienceMs: 5 * PATIENCE });
    await other.lock();
    const yes = (headers = {}) => portal!.post(`/yes/${first!.appointment.id}`, '', headers);
    const began = performance.now();
    const answers = await Promise.all([...Array.from({ length: 20 }, () => yes()), yes({ cookie: 'lang=cy' })]);
    // One after the other they would have taken twenty times as long.
    expect(performance.now() - began).toBeLessThan(15 * 5 * PATIENCE);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    for (const { headers } of answers) expect(headers['retry-after']).toBe('30');
    expect(answers[0]!.text).toContain('<h1>Sorry, the service is not available just now</h1>');
    expect((await portal.ask({ method: 'POST', path: '/yes/1?lang=cy', headers: { 'sec-fetch-site': 'same-origin' } })).text).toContain('lang="cy"'); // prettier-ignore
    // Who only looks at something else is not kept waiting.
    expect((await portal.ask({ path: '/look' })).status).toBe(200);
    await other.release();
    expect(await yes()).toMatchObject({ status: 200, text: 'confirmed' });
  });
});
