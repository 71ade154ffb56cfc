import { afterEach, beforeEach, expect, it } from 'vitest';
import { listOpenOtherWays } from '@db/queries/other-ways.server';
import type { OtherWay } from '~/domain/capability/reassess';
import { askOtherWay, settleOtherWay, withdrawOtherWay } from '~/services/ask-other-way.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewOtherWay } from '~/services/view-own-profile.server';
import { viewProfileDesk } from '~/services/view-profile-desk.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('asking for another way', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let customerId: string;
  let adviser: SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
    adviser = { ...engine.adviser, kind: 'staff', role: 'adviser' };
  });
  afterEach(() => database.drop());

  const teller = () => ({ customerId, officeId: engine.office.id, staffId: null });
  const ask = (wants: OtherWay, note: string | null = null) =>
    askOtherWay(engine.deps)({ teller: teller(), wants, note });
  const waits = async () => (await viewOtherWay(engine.deps)({ customerId })).asked;
  const settle = (id: string, settled: boolean, staff = adviser) => settleOtherWay(engine.deps)({ staff, id, settled });
  const rows = () => engine.deps.db.read((q) => q.select().from(q.tables.otherWays));
  const actions = async () =>
    (await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries))).map(({ action }) => action);

  it('waits for the adviser, with words that are sealed and that managers and champions do not read', async () => {
    await ask('phone', 'my eyes are sore');
    expect(await waits()).toMatchObject({ wants: 'phone', note: 'my eyes are sore' });
    expect(JSON.stringify(await rows())).not.toContain('eyes');
    const desk = (role: 'adviser' | 'manager' | 'champion') =>
      viewProfileDesk(engine.deps)({ staff: { ...adviser, role }, customerId });
    expect((await desk('adviser'))!.otherWay).toMatchObject({ wants: 'phone', note: 'my eyes are sore' });
    for (const role of ['manager', 'champion'] as const)
      expect((await desk(role))!.otherWay).toMatchObject({ wants: 'phone', note: null });
    const listed = (adviserIds: string[] | null) =>
      engine.deps.db.read((q) => listOpenOtherWays(q, { officeId: engine.office.id, adviserIds, limit: 9 }));
    expect(await listed([adviser.id])).toMatchObject([{ wants: 'phone', customer: { id: customerId } }]);
    expect(await listed(null)).toHaveLength(1);
    const other = await aMemberOfStaff(engine.deps, engine.office.id);
    expect(await listed([other.id])).toEqual([]);
  });

  it('is one at a time: the same again is nothing, another takes its place', async () => {
    await Promise.all([ask('phone'), ask('phone')]);
    expect(await rows()).toHaveLength(1);
    engine.deps.clock.advance(1_000);
    await ask('letter');
    expect(await waits()).toMatchObject({ wants: 'letter' });
    expect((await rows()).filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  });

  it('can be taken back', async () => {
    await withdrawOtherWay(engine.deps)({ teller: teller() });
    await ask('phone');
    await withdrawOtherWay(engine.deps)({ teller: teller() });
    await withdrawOtherWay(engine.deps)({ teller: teller() });
    expect(await waits()).toBeNull();
    expect(await actions()).toEqual(['other_way.asked', 'other_way.withdrawn']);
  });

  it('is settled by a colleague of the office, once, and waits again when that is undone', async () => {
    await ask('phone');
    const { id } = (await waits())!;
    const elsewhere = { ...adviser, officeId: (await anOffice(engine.deps)).id };
    expect(await settle(id, true, elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    await settle(id, true);
    await settle(id, true);
    expect(await waits()).toBeNull();
    await settle(id, false);
    expect(await waits()).toMatchObject({ id });
    expect(await actions()).toEqual(['other_way.asked', 'other_way.settled', 'other_way.reopened']);
  });

  it('stays as it is when the customer took it back, or has asked anew', async () => {
    await ask('phone');
    const { id } = (await waits())!;
    await settle(id, true);
    engine.deps.clock.advance(1_000);
    await ask('letter');
    await settle(id, false);
    expect(await waits()).toMatchObject({ wants: 'letter' });
    await withdrawOtherWay(engine.deps)({ teller: teller() });
    const [withdrawn] = (await rows()).filter(({ withdrawnAt }) => withdrawnAt !== null);
    await settle(withdrawn!.id, true);
    expect((await rows()).find((row) => row.id === withdrawn!.id)!.settledAt).toBeNull();
  });
});
