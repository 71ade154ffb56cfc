import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CUSTOMERS_FORMAT } from '~/domain/import/customer-line';
import { importCustomers } from '~/services/import-customers.server';
import { csvOf, keepingListener } from '../support/csv-text';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anOffice } from '../support/factories';

const COLUMNS = [...CUSTOMERS_FORMAT.required, ...CUSTOMERS_FORMAT.optional];
const SIAN = {
  customer_ref: 'C1',
  first_name: 'Siân',
  last_name: 'Llewelyn-Jones',
  office_ref: 'BANGOR',
  mobile: '07700 900123',
  email: 'Sian@Post.Example',
  language: 'cy',
  adviser_ref: 'V1',
  adviser_name: 'Sioned Mair Parry',
};

describeOnBothDatabases('a customers file', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    await anOffice(deps, { ref: 'BANGOR' });
  });
  afterEach(() => database.drop());

  async function run(rows: Record<string, string>[], options = { dryRun: false }) {
    const told = keepingListener();
    const imported = await importCustomers(deps)(csvOf(COLUMNS, rows), told.listener, options);
    return { ...imported, ...told };
  }
  const rowsOf = (table: 'customers' | 'contactPoints' | 'staff') =>
    database.db.read((q) => q.select().from(q.tables[table]).orderBy(asc(q.tables[table].id)));
  async function contacts() {
    const rows = await database.db.read((q) => q.select().from(q.tables.contactPoints));
    return rows.map((row) => `${row.kind} ${deps.vault.open(row.value)}`).sort();
  }

  it('makes customers with their adviser and sealed, verified contact points', async () => {
    const { customers, advisers, rejected } = await run([SIAN, { ...SIAN, customer_ref: 'C2', mobile: '' }]);
    expect({ customers, advisers, rejected }).toEqual({
      customers: { created: 2, updated: 0, unchanged: 0 },
      advisers: { created: 1, updated: 0, unchanged: 1 },
      rejected: [],
    });
    const [member] = await database.db.read((q) => q.select().from(q.tables.staff));
    expect(member).toMatchObject({ ref: 'V1', firstName: 'Sioned', lastName: 'Mair Parry', email: null });
    const [customer] = await database.db.read((q) => q.select().from(q.tables.customers));
    expect(customer).toMatchObject({ firstName: 'Siân', language: 'cy', discreet: false, adviserId: member!.id });
    expect(await contacts()).toEqual(['email Sian@post.example', 'email Sian@post.example', 'mobile +447700900123']);
    const [point] = await database.db.read((q) => q.select().from(q.tables.contactPoints));
    expect(point).toMatchObject({ verifiedAt: deps.clock.now(), health: 'untried' });
    expect(JSON.stringify(point)).not.toContain('900123');
  });

  it('changes nothing the second time, not even a sealed value', async () => {
    await run([SIAN]);
    const before = [await rowsOf('customers'), await rowsOf('contactPoints'), await rowsOf('staff')];
    deps.clock.advance(60_000);
    const { customers } = await run([{ ...SIAN, mobile: '+44 7700 900 123' }]);
    expect(customers).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect([await rowsOf('customers'), await rowsOf('contactPoints'), await rowsOf('staff')]).toEqual(before);
  });

  it('leaves what an empty cell says nothing about, and puts a new number in the place of the old', async () => {
    await run([{ ...SIAN, discreet: 'yes', home_area: 'LL57' }]);
    const { customers } = await run([{ customer_ref: 'C1', mobile: '07700 900999', last_name: 'Price' }]);
    expect(customers).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const [customer] = await database.db.read((q) => q.select().from(q.tables.customers));
    expect(customer).toMatchObject({ firstName: 'Siân', lastName: 'Price', discreet: true, homeArea: 'LL57' });
    expect(await contacts()).toEqual(['email Sian@post.example', 'mobile +447700900999']);
  });

  it('takes lines about one customer in turn', async () => {
    const { customers } = await run([SIAN, SIAN, { customer_ref: 'C1', mobile: '07700900124' }, SIAN]);
    expect(customers).toEqual({ created: 1, updated: 2, unchanged: 1 });
    expect(await contacts()).toEqual(['email Sian@post.example', 'mobile +447700900123']);
  });

  it('says what a new customer or adviser lacks, and keeps nobody from such a line', async () => {
    const { rejected, customers } = await run([
      { customer_ref: 'C1', adviser_ref: 'V1' },
      { ...SIAN, adviser_name: '' },
      { ...SIAN, customer_ref: 'C3' },
    ]);
    expect(rejected).toEqual([
      '2: customer "C1" is not known yet, so the line needs first_name, last_name and office_ref; adviser "V1" is not known yet, so the line needs adviser_name and office_ref',
      '3: adviser "V1" is not known yet, so the line needs adviser_name',
    ]);
    expect(customers.created).toBe(1);
    expect(await rowsOf('customers')).toHaveLength(1);
  });

  it('renames an adviser who cannot sign in, and leaves the name of one who can', async () => {
    await run([SIAN]);
    expect((await run([{ ...SIAN, adviser_name: 'Sioned Parry' }])).advisers.updated).toBe(1);
    await database.db.write((q) => q.update(q.tables.staff).set({ email: 'sioned@waymark.example' }));
    expect((await run([{ ...SIAN, adviser_name: 'S. Parry' }])).advisers.updated).toBe(0);
  });

  it('saves nothing in a dry run, and counts the same', async () => {
    const rows = Array.from({ length: 1_100 }, (_, n) => ({ ...SIAN, customer_ref: `C${n % 700}` }));
    rows[900] = { ...rows[900]!, first_name: 'Sian' };
    rows[901] = { ...rows[901]!, language: 'fr' };
    const dry = await run(rows, { dryRun: true });
    expect(await rowsOf('customers')).toEqual([]);
    expect(await rowsOf('staff')).toEqual([]);
    expect(await rowsOf('contactPoints')).toEqual([]);
    const real = await run(rows);
    expect(dry).toEqual({ ...real, listener: expect.anything() });
    expect(real.customers).toEqual({ created: 700, updated: 1, unchanged: 398 });
  });
});
