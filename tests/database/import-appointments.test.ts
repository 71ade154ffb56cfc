import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { APPOINTMENTS_FORMAT } from '~/domain/import/appointment-line';
import { importAppointments } from '~/services/import-appointments.server';
import { csvOf, keepingListener } from '../support/csv-text';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anOffice } from '../support/factories';

const COLUMNS = [...APPOINTMENTS_FORMAT.required, ...APPOINTMENTS_FORMAT.optional];
const LINE = {
  appointment_ref: 'A1',
  customer_ref: 'C1',
  first_name: 'Siân',
  last_name: 'Llewelyn-Jones',
  mobile: '07700 900123',
  language: 'cy',
  adviser_ref: 'V1',
  adviser_name: 'Sioned Parry',
  office_ref: 'BANGOR',
  kind: 'review',
  mode: 'in_person',
  starts_at: '2026-12-01T14:30',
  duration_minutes: '30',
  purpose: 'Plan the week',
  status: 'booked',
};
type Line = Record<string, string>;

function raise(error: Error): never {
  throw error;
}

describeOnBothDatabases('an appointments file', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    await anOffice(deps, { ref: 'BANGOR' });
    await anOffice(deps, { ref: 'CONWY' });
  });
  afterEach(() => database.drop());

  async function run(rows: Line[], options = { dryRun: false }) {
    const told = keepingListener();
    const imported = await importAppointments(deps)(csvOf(COLUMNS, rows), told.listener, options);
    return { ...imported, ...told };
  }
  async function everything() {
    const { tables } = database.db;
    const names = Object.keys(tables).filter((name) => name !== 'offices') as (keyof typeof tables)[];
    const rows = await Promise.all(
      names.map(async (name) => [name, await database.db.read((q) => q.select().from(q.tables[name]))] as const),
    );
    return Object.fromEntries(rows.filter(([, found]) => found.length > 0));
  }
  const appointments = () =>
    database.db.read((q) => q.select().from(q.tables.appointments).orderBy(asc(q.tables.appointments.ref)));
  const messages = () =>
    database.db.read((q) =>
      q
        .select({
          rule: q.tables.reminders.rule,
          version: q.tables.reminders.appointmentVersion,
          status: q.tables.messages.status,
        })
        .from(q.tables.messages)
        .innerJoin(q.tables.reminders, eq(q.tables.reminders.id, q.tables.messages.reminderId)),
    );

  it('makes the appointment, the customer, the adviser and the reminders', async () => {
    const { appointments: counts, customers, advisers, rejected } = await run([LINE]);
    expect({ counts, customers, advisers, rejected }).toEqual({
      counts: { created: 1, updated: 0, unchanged: 0 },
      customers: { created: 1, updated: 0, unchanged: 0 },
      advisers: { created: 1, updated: 0, unchanged: 0 },
      rejected: [],
    });
    const [appointment] = await appointments();
    expect(appointment).toMatchObject({
      startsAt: Date.parse('2026-12-01T14:30Z'),
      endsAt: Date.parse('2026-12-01T15:00Z'),
      purpose: 'Plan the week',
      bring: '',
      status: 'booked',
      version: 1,
    });
    expect((await messages()).map((message) => message.rule).sort()).toEqual(
      expect.arrayContaining(['booked', 'one_day_before', 'three_days_before']),
    );
  });

  it('changes nothing the second time', async () => {
    await run([LINE]);
    const before = await everything();
    deps.clock.advance(60_000);
    const { appointments: counts } = await run([LINE]);
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect(await everything()).toEqual(before);
  });

  it('moves the appointment when the reference comes again, and plans anew', async () => {
    await run([LINE]);
    const { appointments: counts } = await run([{ ...LINE, starts_at: '2026-12-02T09:00' }]);
    expect(counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await appointments()).toMatchObject([{ version: 2, startsAt: Date.parse('2026-12-02T09:00Z') }]);
    const all = await messages();
    expect(new Set(all.filter(({ version }) => version === 1).map(({ status }) => status))).toEqual(
      new Set(['superseded']),
    );
    expect(all.filter(({ version, status }) => version === 2 && status === 'planned').length).toBeGreaterThan(0);
  });

  it('cancels it on behalf of the office', async () => {
    await run([LINE]);
    await run([{ ...LINE, status: 'cancelled' }]);
    expect(await appointments()).toMatchObject([{ version: 2, status: 'cancelled_by_office' }]);
    const planned = (await messages()).filter(({ status }) => status === 'planned');
    expect(planned.every(({ rule }) => rule === 'cancelled')).toBe(true);
  });

  it('takes the same reference twice in one file as a change', async () => {
    const moved = { ...LINE, starts_at: '2026-12-02T09:00' };
    const { appointments: counts } = await run([LINE, LINE, moved, moved]);
    expect(counts).toEqual({ created: 1, updated: 1, unchanged: 2 });
    expect(await appointments()).toMatchObject([{ version: 2, startsAt: Date.parse('2026-12-02T09:00Z') }]);
  });

  it.each([1, 700])('changes nothing the second time, also when a line overtakes one %i before it', async (apart) => {
    const others = Array.from({ length: apart - 1 }, (_, n) => ({ ...LINE, appointment_ref: `B${n}` }));
    const moved = { ...LINE, starts_at: '2026-12-02T09:00' };
    const wrong = { ...moved, mode: 'fax' };
    const file = [LINE, ...others, moved, wrong];
    const dryFirst = await run(file, { dryRun: true });
    const first = await run(file);
    expect(first.appointments).toEqual({ created: apart, updated: 1, unchanged: 0 });
    expect(dryFirst.appointments).toEqual(first.appointments);
    const before = await everything();
    deps.clock.advance(60_000);
    for (const dryRun of [true, false]) {
      const { appointments: counts } = await run(file, { dryRun });
      expect(counts).toEqual({ created: 0, updated: 0, unchanged: apart + 1 });
    }
    expect(await everything()).toEqual(before);
  });

  it('keeps the purpose and what to bring when their cells are empty', async () => {
    await run([{ ...LINE, bring: 'Your CV' }]);
    const { appointments: counts } = await run([{ ...LINE, purpose: '', bring: '' }]);
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 1 });
    await run([
      { ...LINE, appointment_ref: 'A2', bring: 'Your phone' },
      { ...LINE, appointment_ref: 'A2', mode: 'phone' },
    ]);
    expect(await appointments()).toMatchObject([{ bring: 'Your CV' }, { bring: 'Your phone', mode: 'phone' }]);
  });

  it('updates a customer whose columns differ, and leaves their named adviser', async () => {
    await run([LINE]);
    const { customers } = await run([
      {
        ...LINE,
        appointment_ref: 'A2',
        last_name: 'Price',
        mobile: '',
        adviser_ref: 'V2',
        adviser_name: 'Marcus Bell',
      },
    ]);
    expect(customers).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const [customer] = await database.db.read((q) => q.select().from(q.tables.customers));
    const [first] = await appointments();
    expect(customer).toMatchObject({ lastName: 'Price', adviserId: first!.adviserId });
    expect(await database.db.read((q) => q.select().from(q.tables.contactPoints))).toHaveLength(1);
  });

  it('never lets a bad line stop a good one, and gives every reason', async () => {
    const {
      appointments: counts,
      rejected,
      warnings,
    } = await run([
      { ...LINE, appointment_ref: 'A1', mobile: '0770090', mode: 'fax' },
      { ...LINE, appointment_ref: 'A2', starts_at: '2027-03-28T01:30' },
      { ...LINE, appointment_ref: 'A3', first_name: '', customer_ref: 'C9' },
      { ...LINE, appointment_ref: 'A4', starts_at: '2027-10-31T01:30', mobile: '01632 960123' },
    ]);
    expect(rejected).toEqual([
      '2: mobile "0770090" is not a UK telephone number; mode "fax" must be in_person, phone, video, home or outreach',
      '3: starts_at "2027-03-28T01:30" does not exist in Europe/London: the clocks go forward then',
      '4: customer "C9" is not known yet, so the line needs first_name',
    ]);
    expect(warnings.map((warning) => warning.slice(0, 40))).toEqual([
      '5: mobile "01632 960123" is a landline a',
      '5: starts_at "2027-10-31T01:30" happens ',
    ]);
    expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await appointments()).toMatchObject([{ ref: 'A4', startsAt: Date.parse('2027-10-31T00:30Z') }]);
  });

  it('finds the one line that the database refuses, and saves the others', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({ ...LINE, appointment_ref: `A${n}`, customer_ref: `C${n}` }));
    const seal = deps.vault.seal.bind(deps.vault);
    rows[17] = { ...rows[17]!, mobile: '07700 900666' };
    deps.vault = {
      ...deps.vault,
      seal: (plain) => {
        if (plain.endsWith('666')) throw new TypeError(`cannot seal ${plain}`);
        return seal(plain);
      },
    };
    const { appointments: counts, rejected } = await run(rows);
    expect(counts?.created).toBe(39);
    expect(rejected).toEqual(['19: could not be saved (TypeError)']);
  });

  it('stops when line after line fails, as no line is to blame then', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => ({ ...LINE, appointment_ref: `A${n}` }));
    deps.vault = { ...deps.vault, seal: () => raise(new TypeError('no key')) };
    const told = keepingListener();
    await expect(importAppointments(deps)(csvOf(COLUMNS, rows), told.listener, { dryRun: false })).rejects.toThrow(
      'no key',
    );
    expect(await everything()).toEqual({});
  });

  it('leaves no row after a dry run, and counts the same across batches', async () => {
    const rows: Line[] = Array.from({ length: 1_200 }, (_, n) => ({ ...LINE, appointment_ref: `A${n % 800}` }));
    rows[1_000] = { ...rows[1_000]!, mode: 'phone' };
    rows[1_001] = { ...rows[1_001]!, status: 'lost' };
    const dry = await run(rows, { dryRun: true });
    expect(await everything()).toEqual({});
    const real = await run(rows);
    expect(dry).toEqual({ ...real, listener: expect.anything() });
    expect(real.appointments).toEqual({ created: 800, updated: 1, unchanged: 398 });
  });

  it('cannot begin without an office', async () => {
    await database.db.write((q) => q.delete(q.tables.offices));
    expect((await run([LINE])).outcome).toEqual({ ok: false, reason: expect.stringContaining('No office is known') });
  });

  it('ends as its last lines say, whatever came before them', { timeout: 240_000 }, async () => {
    const facts = fc.record({
      ref: fc.constantFrom('A', 'B', 'C', 'D'),
      starts_at: fc.constantFrom('2026-12-01T14:30', '2026-12-02T09:00', '2026-12-03T11:15'),
      mode: fc.constantFrom('in_person', 'phone'),
      office_ref: fc.constantFrom('BANGOR', 'CONWY'),
      last_name: fc.constantFrom('Llewelyn-Jones', 'Price'),
      mobile: fc.constantFrom('07700 900123', '07700 900124'),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 12 }), fc.nat(12), async (lines, cut) => {
        round += 1;
        const rows = lines.map(({ ref, ...rest }) => ({
          ...LINE,
          ...rest,
          appointment_ref: `${ref}${round}`,
          customer_ref: `${ref}${round}`,
        }));
        await run(rows.slice(0, cut));
        await run(rows.slice(cut));
        const last = new Map(rows.map((row) => [row.appointment_ref, row]));
        for (const row of last.values()) {
          const [found] = await database.db.read((q) =>
            q
              .select({ appointment: q.tables.appointments, customer: q.tables.customers, office: q.tables.offices })
              .from(q.tables.appointments)
              .innerJoin(q.tables.customers, eq(q.tables.customers.id, q.tables.appointments.customerId))
              .innerJoin(q.tables.offices, eq(q.tables.offices.id, q.tables.appointments.officeId))
              .where(eq(q.tables.appointments.ref, row.appointment_ref)),
          );
          const points = await database.db.read((q) =>
            q.select().from(q.tables.contactPoints).where(eq(q.tables.contactPoints.customerId, found!.customer.id)),
          );
          expect({
            starts_at: new Date(found!.appointment.startsAt).toISOString().slice(0, 16),
            mode: found!.appointment.mode,
            office_ref: found!.office.ref,
            last_name: found!.customer.lastName,
            mobile: points.map((point) => deps.phoneNumbers.display(deps.vault.open(point.value))).join(),
          }).toEqual({
            starts_at: row.starts_at,
            mode: row.mode,
            office_ref: row.office_ref,
            last_name: row.last_name,
            mobile: row.mobile,
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
