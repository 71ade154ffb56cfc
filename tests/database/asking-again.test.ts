import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import type { Level } from '~/domain/capability/assess-capability';
import type { MessageStatus } from '~/domain/messaging/message';
import { raiseReasks } from '~/services/raise-reasks.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { reopenReask, settleReask } from '~/services/settle-reask.server';
import { viewReasks } from '~/services/view-reasks.server';
import { assessed } from '../support/assessed';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

/** Sioned and Rhys of Bangor, and its manager Nerys; Paul is of another office. It is Tuesday 24 November 2026. */
describeOnBothDatabases('asking somebody again', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let [sioned, rhys, nerys, paul]: SignedInStaff[] = [];
  let officeId: string;

  const signedIn = (
    { id, officeId, firstName, lastName }: Awaited<ReturnType<typeof aMemberOfStaff>>,
    role: SignedInStaff['role'] = 'adviser',
  ): SignedInStaff => ({ kind: 'staff', role, id, officeId, firstName, lastName });
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    officeId = (await anOffice(deps)).id;
    sioned = signedIn(await aMemberOfStaff(deps, officeId));
    rhys = signedIn(await aMemberOfStaff(deps, officeId, { firstName: 'Rhys' }));
    nerys = signedIn(await aMemberOfStaff(deps, officeId, { firstName: 'Nerys', role: 'manager' }), 'manager');
    paul = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id, { firstName: 'Paul' }));
  });
  afterEach(() => database.drop());

  const ago = (days: number) => deps.clock.now() - days * DAY;
  const run = () => raiseReasks(deps)();
  async function aPerson(level: Level, days: number, firstName = 'Aled') {
    const customer = await aCustomer(deps, { officeId, adviserId: sioned!.id }, { firstName });
    await assessed(deps, customer.id, level, { finishedAt: ago(days) });
    return customer;
  }
  const open = async (staff = sioned!) =>
    (await viewReasks(deps)({ staff })).open.map(({ customer, reason }) => `${customer.firstName} ${reason}`).sort();
  async function aMessage(customerId: string, status: MessageStatus, days: number) {
    const at = ago(days);
    await deps.db.write((q) =>
      q.insert(q.tables.messages).values({
        ...{ id: deps.newId(), customerId, purpose: 'notice', channel: 'sms', language: 'en', status },
        ...{ notBefore: at, sendBy: at + DAY, createdAt: at, finishedAt: at },
      }),
    );
  }
  async function aCall(customerId: string, reason: 'not_delivered' | 'missed', days: number) {
    const row = { id: deps.newId(), officeId, customerId, reason, cause: deps.newId(), dueAt: ago(days) };
    await deps.db.write((q) => q.insert(q.tables.callList).values({ ...row, createdAt: ago(days) }));
  }
  async function signedInAt(customerId: string, days: number) {
    await deps.db.write((q) =>
      q.insert(q.tables.signInRecords).values({ id: deps.newId(), customerId, at: ago(days), way: 'text' }),
    );
  }

  it('is noted for each reason, once however often and by how many workers it is looked for', async () => {
    await aPerson('assisted', 183, 'Old');
    const failing = await aPerson('self_service', 20, 'Failing');
    for (const days of [1, 2, 3]) await aMessage(failing.id, 'undelivered', days);
    const never = await aPerson('champion_first', 100, 'Never');
    const called = await aPerson('self_service', 20, 'Called');
    for (const days of [1, 2, 3]) await aCall(called.id, 'not_delivered', days);
    const well = await aPerson('self_service', 100, 'Well');
    await signedInAt(well.id, 5);
    for (const days of [2, 3, 4]) await aMessage(well.id, 'undelivered', days);
    await aMessage(well.id, 'delivered', 1);
    for (const days of [1, 2, 3]) await aCall(well.id, 'missed', days);
    await aCustomer(deps, { officeId, adviserId: sioned!.id }, { firstName: 'Unasked' });

    await Promise.all([run(), run()]);
    expect(await run()).toBe(0);
    expect(await open()).toEqual([
      'Called always_on_call_list',
      'Failing undelivered',
      'Never never_signs_in',
      'Old six_months',
    ]);
    expect(never.officeId).toBe(officeId);
    // Their own customers; the office's; and nobody of another office.
    expect(await open(rhys)).toEqual([]);
    expect(await open(nerys)).toHaveLength(4);
    expect(await open(paul)).toEqual([]);
  });

  it('goes by the newest profile and what a person decided', async () => {
    const decided = await aCustomer(deps, { officeId, adviserId: sioned!.id });
    await assessed(deps, decided.id, 'self_service', { decided: 'assisted', finishedAt: ago(100) });
    const since = await aPerson('self_service', 300);
    await assessed(deps, since.id, 'assisted', { finishedAt: ago(100) });
    expect(await run()).toBe(0);
  });

  it('counts what was done at a shared computer, and not what a colleague did for them', async () => {
    const alone = await aPerson('champion_first', 100, 'Alone');
    const helped = await aPerson('champion_first', 100, 'Helped');
    const helpId = deps.newId();
    await deps.db.write(async (q) => {
      const of = (customerId: string) => ({ customerId, officeId });
      await q.insert(q.tables.helps).values({
        ...{ id: helpId, ...of(helped.id), staffId: sioned!.id, way: 'phone', identity: 'known', startedAt: ago(1) },
      });
      const act = { at: ago(1), action: '/plan/steps/new', service: 'plan' as const };
      await q.insert(q.tables.customerActs).values([
        { id: deps.newId(), ...of(alone.id), ...act, way: 'kiosk' },
        { id: deps.newId(), ...of(helped.id), ...act, way: 'phone', helpId },
      ]);
    });
    await run();
    expect(await open()).toEqual(['Helped never_signs_in']);
  });

  it('closes by itself when they have answered again', async () => {
    const customer = await aPerson('self_service', 190);
    await signedInAt(customer.id, 1);
    await run();
    expect(await open()).toEqual(['Aled six_months']);
    deps.clock.advance(DAY);
    await assessed(deps, customer.id, 'self_service');
    expect(await open()).toEqual([]);
    await run();
    const rows = await deps.db.read((q) => q.select().from(q.tables.reasks));
    expect(rows).toMatchObject([{ closedAt: deps.clock.now(), closedBy: null }]);
  });

  it('is not needed, says a colleague, on record; that is taken back, and another office finds nothing', async () => {
    const customer = await aPerson('assisted', 190);
    await run();
    const [{ id: reaskId } = { id: '' }] = (await viewReasks(deps)({ staff: sioned! })).open;
    expect(await settleReask(deps)({ staff: paul!, reaskId })).toEqual({ ok: false, reason: 'not_found' });
    expect(await settleReask(deps)({ staff: sioned!, reaskId })).toEqual({ ok: true, changed: true });
    expect(await settleReask(deps)({ staff: sioned!, reaskId })).toEqual({ ok: true, changed: false });
    await run();
    expect(await open()).toEqual([]);
    expect((await viewReasks(deps)({ staff: sioned! })).settled).toMatchObject([{ id: reaskId }]);
    expect(await reopenReask(deps)({ staff: sioned!, reaskId })).toEqual({ ok: true, changed: true });
    expect(await open()).toEqual(['Aled six_months']);
    const audit = await deps.db.read((q) =>
      q
        .select()
        .from(q.tables.auditEntries)
        .where(eq(q.tables.auditEntries.subjectId, customer.id))
        .orderBy(asc(q.tables.auditEntries.seq)),
    );
    expect(audit.map(({ action }) => action)).toEqual(['reask.not_needed', 'reask.reopened']);
  });
});
