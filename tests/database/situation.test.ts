import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import { tellSituation, viewSituation } from '~/services/tell-situation.server';
import { viewLocalHelp } from '~/services/view-local-help.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { anOffice, someHelp } from '../support/factories';

describeOnBothDatabases('help with somebody’s situation', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let customerId: string;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
  });
  afterEach(() => database.drop());

  const tell = (kinds: Barrier[], note = '', who = customerId) =>
    tellSituation(engine.deps)({ customerId: who, kinds, note });
  const view = (who = customerId) => viewSituation(engine.deps)({ customerId: who });
  const help = (language: 'en' | 'cy' = 'en') => viewLocalHelp(engine.deps)({ customerId, language });
  const rows = () => engine.deps.db.read((q) => q.select().from(q.tables.barriers).orderBy(asc(q.tables.barriers.id)));

  it('is told as they choose, in their own words, sealed', async () => {
    await tell(['it', 'travel'], '  The last bus is at six.  ');
    expect(await view()).toEqual({ kinds: ['travel', 'it'], note: 'The last bus is at six.' });
    const told = await rows();
    expect(told).toMatchObject([
      { kind: 'travel', toldBy: 'customer', withdrawnAt: null },
      { kind: 'it', note: null },
    ]);
    expect(JSON.stringify(told)).not.toContain('bus');
  });

  it('is the same when it is told again, also at the same time', async () => {
    await Promise.all([tell(['it'], 'a'), tell(['it'], 'a')]);
    await tell(['it'], 'a');
    expect(await rows()).toHaveLength(1);
  });

  it('can be changed and taken back, and the history stays', async () => {
    await tell(['it', 'money']);
    engine.deps.clock.advance(1_000);
    await tell(['money']);
    expect(await view()).toEqual({ kinds: ['money'], note: '' });
    await tell([]);
    expect(await view()).toEqual({ kinds: [], note: '' });
    const told = await rows();
    expect(told.map(({ kind }) => kind).sort()).toEqual(['it', 'money']);
    expect(told.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  it('is nobody else’s', async () => {
    const other = await engine.customer({ mobile: '+447700900124' });
    await tell(['it'], 'mine');
    expect(await view(other.id)).toEqual({ kinds: [], note: '' });
    await tell(['money'], '', other.id);
    expect((await view()).kinds).toEqual(['it']);
  });

  it('names who helps near their office, in their language', async () => {
    const elsewhere = await anOffice(engine.deps);
    await someHelp(engine.deps, engine.office.id);
    await someHelp(engine.deps, engine.office.id, { barrier: 'money', name: 'Money advice', whatInWelsh: '' });
    await someHelp(engine.deps, elsewhere.id, { name: 'Somewhere else' });
    const all = await help();
    expect(all).toMatchObject({ told: false, adviserFirstName: 'Sioned', officePhone: '01632 960100' });
    expect(all.sections.map(({ kind }) => kind)).toEqual(BARRIERS);

    await tell(['it', 'money', 'health'], 'words');
    const { told, note, sections } = await help('cy');
    expect({ told, note }).toEqual({ told: true, note: 'words' });
    expect(sections.map(({ kind, help: places }) => [kind, places.map(({ name, what }) => [name, what])])).toEqual([
      ['health', []],
      ['money', [['Money advice', 'Computers to use for free.']]],
      ['it', [['Llyfrgell Lôn y Bont', 'Cyfrifiaduron i’w defnyddio am ddim.']]],
    ]);
    expect(sections[2]!.help[0]!.phone).toBe('01632 960506');
  });
});
