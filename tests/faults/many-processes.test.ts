import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Composition } from '~/composition.server';
import { LIMITS } from '~/adapters/rate-limits';
import { MINUTE, SECOND } from '~/domain/clock';
import { CIRCUIT_LIMITS } from '~/domain/messaging/circuit';
import { createBalancer, type Balancer } from '../support/chaos/balancer';
import { startCrew, type Crew } from '../support/chaos/crew';
import { runChaos } from '../support/chaos/run-chaos';
import { createTally } from '../support/chaos/tally';
import { composeHere, fillTown, settingsOf, STAFF_PASSWORD, type Town } from '../support/chaos/town';
import { aVisitor, type Visitor } from '../support/chaos/visitor';
import { newDatabase, type TestDatabase } from '../support/databases';
import { startTwilioServer, type TwilioServer } from '../support/twilio-server';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const NO_SERVER = 'smtp://127.0.0.1:1';

describe.skipIf(!inject('postgresUrl'))('several processes on one PostgreSQL', () => {
  it('of which one after the other is killed under load keep every promise', async () => {
    console.log(`seed ${seed} (SEED=${seed} repeats what is killed)`);
    const database = await newDatabase('postgres');
    try {
      const { broken, figures, tally, kills, portalKills } = await runChaos({
        ...{ databaseUrl: database.url, seed, lasting: 20 * SECOND, portals: 2, workers: 2 },
        size: { advisers: 2, customersEach: 8, quiet: 60 },
        ...{ customersAtOnce: 4, advisersAtOnce: 1, thinkFor: SECOND, killEvery: 5 * SECOND, settleFor: 0 },
        say: (line) => console.log(line),
      });
      const { requests, excused } = tally.totals();
      console.log(
        `${requests} requests, ${excused} of them lost with their portal; ${figures.texts} texts; ${kills} killed`,
      );
      expect(Object.entries(broken).filter(([, cases]) => cases.length > 0)).toEqual([]);
      expect(portalKills).toBeGreaterThan(0);
      expect(kills).toBeGreaterThan(portalKills);
      expect(figures.texts).toBeGreaterThan(20);
      expect(tally.facts.length).toBeGreaterThan(20);
    } finally {
      await database.drop();
    }
  });
});

describe.skipIf(!inject('postgresUrl'))('two portals on one PostgreSQL', () => {
  let database: TestDatabase;
  let composition: Composition;
  let town: Town;
  let crew: Crew;
  let portals: [Balancer, Balancer];

  beforeAll(async () => {
    database = await newDatabase('postgres');
    const settings = settingsOf(database.url, 'http://127.0.0.1:1', NO_SERVER);
    composition = composeHere(settings, Date.now);
    town = await fillTown(composition, { advisers: 1, customersEach: 3, quiet: 0, lasting: MINUTE }, () => 0);
    crew = await startCrew(settings, { portals: 2, workers: 0 });
    const [one, other] = crew.backends.map((backend) => createBalancer([backend], createTally()));
    portals = [one!, other!];
  });
  afterAll(async () => {
    portals?.forEach((portal) => portal.close());
    await crew?.stop();
    await composition?.close();
    await database?.drop();
  });

  /** The same browser at either portal. */
  const browser = (address: string) => {
    let at = 0;
    const visitor = aVisitor({ pass: (asked) => portals[at]!.pass(asked) }, address);
    return { ...visitor, at: (portal: 0 | 1): Visitor => ((at = portal), visitor) };
  };
  const codeOf = async (mobile: string) => {
    const { db, vault } = composition.deps;
    const rows = await db.read((q) => q.select().from(q.tables.messages));
    const own = rows.filter(
      ({ purpose, recipient }) => purpose === 'sign_in_code' && vault.open(recipient!) === mobile,
    );
    return /\b\d{6}\b/.exec(vault.open(own.toSorted((a, b) => a.createdAt - b.createdAt).at(-1)!.body!))![0];
  };

  it('let an adviser in once for each code, and out at both at once', async () => {
    const { email, totpSecret } = town.advisers[0]!;
    const code = composition.deps.oneTimePasswords.codeAt(totpSecret, Date.now());
    const form = { email, password: STAFF_PASSWORD, code };
    const [sioned, thief] = [browser('192.0.2.1'), browser('192.0.2.2')];
    expect((await sioned.at(0).post('/staff/sign-in', form)).location).toBe('/staff');
    expect((await thief.at(1).post('/staff/sign-in', form)).status).toBe(422);
    expect((await sioned.at(1).get('/staff/day')).status).toBe(200);

    const cookie = [...sioned.cookies].at(-1)!;
    await sioned.at(1).post('/staff/sign-out', {});
    for (const portal of [0, 1] as const) {
      const left = browser('192.0.2.1').at(portal);
      left.keep(...cookie);
      expect((await left.get('/staff/day')).location).toContain('/staff/sign-in');
    }
  });

  it('count wrong codes of a customer together, and codes that are asked for', async () => {
    const { mobile } = town.advisers[0]!.customers[0]!;
    const aled = browser('192.0.2.3');
    expect((await aled.at(0).post('/sign-in', { contact: mobile })).status).toBe(303);
    const right = await codeOf(mobile);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n += 1)
      expect((await aled.at((n % 2) as 0 | 1).post('/sign-in/code', { code: wrong })).status).toBe(422);
    expect((await aled.at(1).post('/sign-in/code', { code: right })).status).toBe(422);

    expect((await aled.at(1).post('/sign-in', { contact: mobile })).status).toBe(303);
    expect((await aled.at(0).post('/sign-in/code', { code: await codeOf(mobile) })).status).toBe(303);
    expect((await aled.at(1).get('/details')).status).toBe(200);
    expect(LIMITS.codes_per_contact.points).toBe(3);
    const again = browser('192.0.2.4');
    expect((await again.at(0).post('/sign-in', { contact: mobile })).status).toBe(303);
    expect((await again.at(1).post('/sign-in', { contact: mobile })).status).toBe(429);
  });

  it('count the tries for an account of staff together', async () => {
    const form = { email: 'nobody@waymark.example', password: 'x', code: '000000' };
    const guesser = browser('192.0.2.5');
    for (let n = 0; n < LIMITS.staff_sign_in_per_account.points; n += 1)
      expect((await guesser.at((n % 2) as 0 | 1).post('/staff/sign-in', form)).status).toBe(422);
    for (const portal of [0, 1] as const)
      expect((await guesser.at(portal).post('/staff/sign-in', form)).status).toBe(429);
  });
});

describe.skipIf(!inject('postgresUrl'))('two workers on one PostgreSQL', () => {
  let database: TestDatabase;
  let twilio: TwilioServer;
  let composition: Composition;
  const crews: Crew[] = [];

  beforeAll(async () => {
    database = await newDatabase('postgres');
    twilio = await startTwilioServer();
    composition = composeHere(settingsOf(database.url, twilio.url, NO_SERVER), Date.now);
    await fillTown(composition, { advisers: 0, customersEach: 0, quiet: 40, lasting: 1 }, () => 0.5);
  });
  afterAll(async () => {
    await Promise.all(crews.map((crew) => crew.stop()));
    await composition?.close();
    await twilio?.close();
    await database?.drop();
  });

  it('share a circuit: what one has opened the other leaves alone, and one message tries it for both', async () => {
    const { db } = composition;
    const hire = async () => crews.push(await startCrew(settingsOf(database.url, twilio.url, NO_SERVER), { portals: 0, workers: 1 })); // prettier-ignore
    const openUntil = async () => {
      const rows = await db.read((q) => q.select().from(q.tables.providerStates));
      return rows.find(({ id }) => id === 'twilio:sms')?.openUntil ?? 0;
    };
    const opens = async (than: number) => {
      while ((await openUntil()) <= than) await pause(20);
    };
    /** The pause is over now, and so is what its messages waited for. */
    const timePasses = () =>
      db.write(async (q) => {
        const now = Date.now();
        await q.update(q.tables.messages).set({ notBefore: now });
        await q.update(q.tables.providerStates).set({ openUntil: now });
      });

    twilio.failAlways({ kind: 'error', status: 503, code: 20503 });
    await hire();
    await opens(0);
    await hire();
    /** Both have worked since, so that all they had in their hands has been sent. */
    const bothHaveWorked = async () => {
      const from = Date.now() + SECOND;
      for (let seen = 0; seen < 2; await pause(50)) {
        const rows = await db.read((q) => q.select().from(q.tables.workers));
        seen = rows.filter(({ seenAt }) => seenAt > from).length;
      }
    };
    await bothHaveWorked();
    const before = twilio.requests.length;
    expect(before).toBeGreaterThanOrEqual(CIRCUIT_LIMITS.failures);
    expect(before).toBeLessThan(36);

    const passed = Date.now();
    await timePasses();
    await opens(passed + SECOND);
    await bothHaveWorked();
    expect(twilio.requests).toHaveLength(before + 1);

    twilio.failAlways(null);
    await timePasses();
    while (twilio.messages.length < 34) await pause(50);
    const told = twilio.messages.map(({ to }) => to);
    expect(new Set(told).size).toBe(told.length);
  });
});
