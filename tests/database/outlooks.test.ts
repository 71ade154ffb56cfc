import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordSituation, viewSituationAsStaff } from '~/services/record-situation.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { NOTHING_TOLD, tellOutlook, viewOutlook } from '~/services/tell-outlook.server';
import { viewSituation } from '~/services/tell-situation.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aMemberOfStaff, anOffice, someHelp } from '../support/factories';

describeOnBothDatabases('how somebody looks at work', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let customerId: string;
  let sioned: SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', role: 'adviser', id, officeId, firstName, lastName };
  });
  afterEach(() => database.drop());

  const view = async () => (await viewOutlook(engine.deps)({ customerId })).told;
  const tell = (told: Partial<typeof NOTHING_TOLD>) =>
    tellOutlook(engine.deps)({ ...NOTHING_TOLD, ...told, customerId });
  const rows = () => engine.deps.db.read((q) => q.select().from(q.tables.outlooks).orderBy(asc(q.tables.outlooks.id)));
  const audited = async () =>
    (await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries))).map(({ action }) => action);
  const record = (staff: SignedInStaff, kinds: ('money' | 'it')[] = ['money'], note = ' behind with rent ') =>
    recordSituation(engine.deps)({
      ...{ staff, customerId, barriers: { kinds, note } },
      outlook: { confidence: 'not_sure', attitude: null, note: 'shy' },
    });
  const seen = (staff: SignedInStaff) => viewSituationAsStaff(engine.deps)({ staff, customerId, language: 'en' });

  it('is told as they choose, sealed, changed and taken back; the history stays', async () => {
    expect(await view()).toBeNull();
    await Promise.all([tell({ confidence: 'sure', note: ' ready ' }), tell({ confidence: 'sure', note: 'ready' })]);
    expect(await view()).toMatchObject({ confidence: 'sure', attitude: null, note: 'ready', toldBy: 'customer' });
    expect(JSON.stringify(await rows())).not.toContain('ready');
    engine.deps.clock.advance(1_000);
    await tell({ attitude: 'not_yet' });
    expect(await view()).toMatchObject({ confidence: null, attitude: 'not_yet', note: '' });
    await tell({});
    expect(await view()).toBeNull();
    expect(await rows()).toHaveLength(2);
    expect((await rows()).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  it('is put down by an adviser with the customer, once, on record without words, and the customer sees it', async () => {
    expect([await record(sioned), await record(sioned)]).toEqual([true, true]);
    expect(await view()).toMatchObject({ confidence: 'not_sure', note: 'shy', toldBy: 'staff' });
    expect(await viewSituation(engine.deps)({ customerId })).toEqual({ kinds: ['money'], note: 'behind with rent' });
    expect(await rows()).toMatchObject([{ staffId: sioned.id }]);
    expect((await audited()).filter((action) => action === 'situation.recorded')).toHaveLength(1);
    const barriers = await engine.deps.db.read((q) => q.select().from(q.tables.barriers));
    expect(barriers).toMatchObject([{ toldBy: 'staff' }]);
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(JSON.stringify(entries)).not.toMatch(/money|rent|shy|not_sure/);
  });

  it('leads to help by name; managers see of what kind, without words; nobody of another office sees it', async () => {
    await record(sioned);
    const help = await someHelp(engine.deps, engine.office.id, { barrier: 'money', name: 'Money advice' });
    expect(await seen(sioned)).toMatchObject({
      ...{ mayRecord: true, barriers: { kinds: ['money'], note: 'behind with rent' }, outlook: { note: 'shy' } },
      help: [{ kind: 'money', help: [{ id: help.id, name: 'Money advice', given: false }] }],
    });
    const elin: SignedInStaff = {
      ...sioned,
      role: 'manager',
      id: (await aMemberOfStaff(engine.deps, engine.office.id)).id,
    };
    const kinds = await seen(elin);
    expect(kinds).toMatchObject({ mayRecord: false, barriers: { kinds: ['money'], note: '' }, outlook: { note: '' } });
    expect(await record(elin)).toBe(false);
    const elsewhere = await anOffice(engine.deps);
    const paul = { ...sioned, officeId: elsewhere.id, id: (await aMemberOfStaff(engine.deps, elsewhere.id)).id };
    expect([await seen(paul), await record(paul)]).toEqual([null, false]);
    expect((await audited()).filter((action) => action === 'situation.read')).toHaveLength(2);
  });
});
