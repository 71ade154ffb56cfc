import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCsv } from '~/adapters/csv/open-csv';
import { openClubs } from '~/adapters/open-referral';
import { CLUBS_FORMAT } from '~/domain/import/club-line';
import { importClubs } from '~/services/import-clubs.server';
import { importPostcodes } from '~/services/import-postcodes.server';
import { csvOf, keepingListener } from '../support/csv-text';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anArea } from '../support/factories';

const COLUMNS = [...CLUBS_FORMAT.required, ...CLUBS_FORMAT.optional];
const BANGOR = {
  club_ref: 'B',
  name: 'Clwb Gwaith y Bont',
  place: 'Neuadd y Bont',
  address: '2 Lôn y Bont, Bangor',
  postcode: 'll57 2zz',
  latitude: '53.2295',
  longitude: '-4.1365',
  phone: '(01632) 960 800',
  ask_for: 'Beca',
  helps_with: 'CVs',
  weekday: 'Thursday',
  from_time: '9:30',
  to_time: '12:00:00',
  computers: 'yes',
};

describeOnBothDatabases('files of clubs and postcodes', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
  });
  afterEach(() => database.drop());

  async function clubs(rows: Record<string, string>[], dryRun = false) {
    const told = keepingListener();
    return { ...(await importClubs(deps)(csvOf(COLUMNS, rows), told.listener, { dryRun })), ...told };
  }
  async function postcodes(columns: string[], rows: string[][], dryRun = false) {
    const told = keepingListener();
    const records = rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])));
    const file = csvOf(columns, records);
    return { ...(await importPostcodes(deps)(file, told.listener, { dryRun })), ...told };
  }
  const saved = () => database.db.read((q) => q.select().from(q.tables.clubs).orderBy(asc(q.tables.clubs.ref)));
  const areas = () => database.db.read((q) => q.select().from(q.tables.areas).orderBy(asc(q.tables.areas.code)));
  const none = { created: 0, updated: 0, unchanged: 0 };

  it('make clubs, and change nothing the second time', async () => {
    expect((await clubs([BANGOR], true)).clubs).toEqual({ ...none, created: 1 });
    expect(await saved()).toEqual([]);
    expect((await clubs([BANGOR])).clubs).toEqual({ ...none, created: 1 });
    expect(await saved()).toMatchObject([
      {
        ...{ ref: 'B', postcode: 'LL57 2ZZ', phone: '+441632960800', weekday: 4, fromTime: '09:30', toTime: '12:00' },
        ...{ computers: true, creche: false, stepFree: false, latitude: 53.2295 },
      },
    ]);
    expect((await clubs([BANGOR])).clubs).toEqual({ ...none, unchanged: 1 });
    expect((await clubs([{ ...BANGOR, ask_for: '', weekday: '5', computers: 'no' }])).clubs).toEqual({
      ...none,
      updated: 1,
    });
    expect(await saved()).toMatchObject([{ weekday: 5, askFor: 'Beca', computers: false }]);
  });

  it('say what is wrong with a line, and take the others', async () => {
    const { outcome, rejected } = await clubs([
      { ...BANGOR, club_ref: '1', weekday: 'Someday', to_time: '09:00' },
      { ...BANGOR, club_ref: '2', latitude: '-4.1365', longitude: '53.2295', postcode: 'Bangor', phone: '123' },
      { ...BANGOR, club_ref: '3', latitude: '', longitude: '' },
      { ...BANGOR, club_ref: '4', from_time: '10am' },
      BANGOR,
    ]);
    expect(outcome).toMatchObject({ ok: true, lines: 5, rejected: 4 });
    expect(rejected).toEqual([
      '2: to_time "09:00" is not after from_time; weekday "Someday" must be Monday to Sunday, or 1 to 7',
      '3: postcode "Bangor" is not a UK postcode, such as LL57 2AB; latitude "-4.1365" is not from 49 to 61; longitude "53.2295" is not from -9 to 2; phone "123" is not a UK telephone number',
      '4: latitude and longitude are empty, and nobody knows where LL57 is: import postcodes first',
      '5: from_time "10am" is not a time, such as 14:30',
    ]);
    expect(await saved()).toHaveLength(1);
  });

  it('put a club without a place on the map in the middle of its area', async () => {
    await anArea(deps, { code: 'LL57', name: 'Bangor', latitude: 53.2, longitude: -4.1 });
    const here = { ...BANGOR, latitude: '', longitude: '' };
    await clubs([here]);
    expect(await saved()).toMatchObject([{ latitude: 53.2, longitude: -4.1 }]);
    expect((await clubs([here])).clubs).toEqual({ ...none, unchanged: 1 });
  });

  it('read Open Referral UK: a club for each day on which a service meets', async () => {
    const file = await openClubs('docs/examples/clubs.json');
    const { clubs: counts, outcome } = await importClubs(deps)(file, keepingListener().listener, { dryRun: false });
    expect({ counts, outcome }).toMatchObject({ counts: { created: 2 }, outcome: { rejected: 0 } });
    expect(await saved()).toMatchObject([
      {
        ...{ name: 'Oswestry work club', place: 'The Welsh Walls rooms', address: '12 Beatrice Row, Oswestry' },
        ...{ weekday: 3, fromTime: '10:00', toTime: '12:30', askFor: 'Jan', phone: '+441632960812' },
        ...{ computers: true, creche: false, stepFree: true },
      },
      { ref: expect.stringMatching(/-FR$/), weekday: 5, fromTime: '13:00' },
    ]);
    expect((await importClubs(deps)(file, keepingListener().listener, { dryRun: false })).clubs).toEqual({
      ...none,
      unchanged: 2,
    });
  });

  it('make areas of Code-Point Open, in the middle of their postcodes', async () => {
    const run = async (dryRun: boolean) =>
      importPostcodes(deps)(await openCsv('docs/examples/code-point-open.csv'), keepingListener().listener, { dryRun });
    expect(await run(true)).toMatchObject({ areas: { created: 2 }, ended: 0, nowhere: 1, outcome: { lines: 4 } });
    expect(await areas()).toEqual([]);
    await run(false);
    const [caernarfon, bangor] = await areas();
    expect(caernarfon).toMatchObject({ code: 'LL55', name: 'LL55' });
    expect(bangor!.latitude).toBeCloseTo(53.226, 2);
    expect(bangor!.longitude).toBeCloseTo(-4.13, 2);
    expect((await run(false)).areas).toEqual({ ...none, unchanged: 2 });
  });

  it('make areas of the ONS Postcode Directory, without those that have ended, and keep their names', async () => {
    await anArea(deps, { code: 'SY1', name: 'Shrewsbury', latitude: 50, longitude: 0 });
    const columns = ['PCDS', 'doterm', 'lat', 'long'];
    const told = await postcodes(columns, [
      ['SY1 1ZZ', '', '52.70', '-2.74'],
      ['SY1 1ZY', '', '52.72', '-2.76'],
      ['SY1 9ZZ', '199612', '51', '-1'],
      ['JE2 3AB', '', '99.999999', '0.000000'],
      ['SY1', '', '52.7', '-2.7'],
      ['SY2 1ZZ', '', 'x', '-12'],
    ]);
    expect(told).toMatchObject({ areas: { ...none, updated: 1 }, ended: 1, nowhere: 1 });
    expect(told.rejected).toEqual([
      '6: "SY1" is not a UK postcode',
      '7: long "-12" is not from -9 to 2; lat "x" is not from 49 to 61',
    ]);
    expect(await areas()).toEqual([{ code: 'SY1', name: 'Shrewsbury', latitude: 52.71, longitude: -2.75 }]);
  });

  it('that are nothing of the kind are refused', async () => {
    const { outcome } = await postcodes(['name', 'lat'], [['a', 'b']]);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('neither Code-Point Open') });
    await expect(openClubs('docs/examples/none.json')).rejects.toThrow('does not exist');
  });
});
