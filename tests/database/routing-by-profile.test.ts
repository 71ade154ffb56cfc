import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { reachWaiting } from '~/services/reach-waiting.server';
import { assessed } from '../support/assessed';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint } from '../support/factories';
import { scriptedSender } from '../support/scripted-sender';

describeOnBothDatabases('who is served by people', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let numbers = 600;

  beforeAll(async () => void (database = await newDatabase(dialect)));
  afterAll(() => database.drop());
  beforeEach(async () => {
    engine = await anEngine(database, { senders: [scriptedSender('voice'), scriptedSender('letter')] });
  });

  async function aPerson(points: { landline?: boolean; address?: boolean }, preferred: 'email' | null = null) {
    numbers += 1;
    const customer = await engine.customer({
      ...{ mobile: `+447700900${numbers}`, email: `nia${numbers}@mail.example`, preferredChannel: preferred },
      ...(points.landline ? { landline: `+441632960${numbers}` } : {}),
    });
    if (points.address) await aContactPoint(engine.deps, customer.id, 'post', `${numbers} Heol Fawr\nBangor\nLL57 2AB`);
    return customer;
  }
  /** A meeting in three weeks, so that there is time for a letter. */
  async function toldOf(customerId: string) {
    const startsAt = engine.deps.clock.now() + 21 * DAY;
    const { appointment } = await engine.due({ customerId, rule: 'booked', appointment: { startsAt } });
    await engine.send();
    return (await engine.story(appointment.id))[0];
  }

  it('is rung before a text is sent', async () => {
    const customer = await aPerson({ landline: true, address: true });
    await assessed(engine.deps, customer.id, 'assisted');
    expect(await toldOf(customer.id)).toMatch(/^voice \w+ profile$/);
  });

  it('is written to where no call can be made', async () => {
    engine = await anEngine(database, { senders: [scriptedSender('letter')] });
    const customer = await aPerson({ address: true });
    await assessed(engine.deps, customer.id, 'assisted');
    expect(await toldOf(customer.id)).toMatch(/^letter \w+ profile$/);
  });

  it('has what they prefer all the same', async () => {
    const customer = await aPerson({ landline: true, address: true }, 'email');
    await assessed(engine.deps, customer.id, 'assisted');
    expect(await toldOf(customer.id)).toMatch(/^email \w+ preference$/);
  });

  it('is whom a person decided on, by the newest profile that is finished', async () => {
    const { deps } = engine;
    const before = deps.clock.now() - 30 * DAY;
    const decided = await aPerson({ landline: true });
    await assessed(deps, decided.id, 'self_service', { decided: 'assisted' });
    const since = await aPerson({ landline: true });
    await assessed(deps, since.id, 'assisted', { finishedAt: before });
    await assessed(deps, since.id, 'self_service');
    expect(await toldOf(decided.id)).toMatch(/^voice \w+ profile$/);
    expect(await toldOf(since.id)).toMatch(/^sms \w+ mobile_works$/);
  });

  it('is offered an earlier time by a colleague who phones, while the office is open', async () => {
    const { deps, office } = engine;
    const asked = await aPerson({ landline: true });
    const other = await aPerson({ landline: true });
    await assessed(deps, asked.id, 'assisted');
    const waiting = [asked, other].map(({ id }) => ({
      ...{ customerId: id, noMessages: false, preferredChannel: null, quietFrom: null, quietTo: null },
    }));
    const wayTo = await deps.db.read((q) => reachWaiting(q, deps, office.id, waiting));
    expect([wayTo(asked.id), wayTo(other.id)]).toEqual(['phone', 'message']);
  });
});
