import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportOffice } from '~/services/export-office.server';
import { forgetEndedSessions } from '~/services/forget-ended-sessions.server';
import { dropFile, reviewFile, saveFile, takeFile, viewFiles, writeRejects } from '~/services/import-on-screen.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { DAY } from '~/domain/clock';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const HEADER = 'customer_ref,first_name,last_name,mobile,office_ref,adviser_ref,adviser_name';

describeOnBothDatabases('files in and out of an office', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let manager: SignedInStaff;
  let elsewhere: { office: { id: string; ref: string }; staff: SignedInStaff };

  const asStaff = (row: { id: string; officeId: string }) => ({ kind: 'staff', role: 'manager', firstName: 'A', lastName: 'B', ...row }) as unknown as SignedInStaff; // prettier-ignore
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    manager = asStaff(await aMemberOfStaff(engine.deps, engine.office.id, { role: 'manager' }));
    const office = await anOffice(engine.deps);
    elsewhere = { office, staff: asStaff(await aMemberOfStaff(engine.deps, office.id, { role: 'manager' })) };
  });
  afterEach(() => database.drop());

  const take = (lines: string[], kind: 'customers' | 'appointments' | 'clubs' = 'customers', header = HEADER) =>
    takeFile(engine.deps)({ staff: manager, kind, fileName: 'file.csv', content: Buffer.from([header, ...lines].join('\n')) }); // prettier-ignore
  const taken = async (...input: Parameters<typeof take>) => {
    const result = await take(...input);
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  };
  const review = (id: string, staff = manager) => reviewFile(engine.deps)({ staff, id });
  const save = (id: string, staff = manager) => saveFile(engine.deps)({ staff, id });
  const customers = async () => (await engine.deps.db.read((q) => q.select().from(q.tables.customers))).map(({ ref }) => ref).sort(); // prettier-ignore
  const line = (ref: string, office = engine.office.ref, mobile = '07700 900 123') => `${ref},Aled,Hughes,${mobile},${office},NEW-ADV,Sioned Parry`; // prettier-ignore

  it('are looked through row by row before anything is saved, and saved once', async () => {
    const before = await customers();
    const id = await taken([line('C1'), line('C2', engine.office.ref, '0770'), line('C3', 'NOWHERE'), line('C4')]);
    const seen = (await review(id))!.report!;
    expect(seen.counts).toMatchObject({ created: 2 });
    expect(seen.rejected.map(({ line: at, reasons }) => [at, reasons.length])).toEqual([[3, 1], [4, 1]]); // prettier-ignore
    expect(await customers()).toEqual(before);
    expect(await writeRejects(engine.deps)({ staff: manager, id })).toMatch(/^line,reason,customer_ref/);
    expect([await save(id), await save(id)]).toEqual(['saved', 'over']);
    expect(await customers()).toEqual([...before, 'C1', 'C4'].sort());
    const after = await review(id);
    expect(after).toMatchObject({ report: null, file: { state: 'saved', created: 2, rejected: 2 } });
    expect((await viewFiles(engine.deps)({ staff: manager })).files).toHaveLength(1);
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.map(({ action }) => action)).toEqual(['import.received', 'import.saved']);
  });

  it('say who may be in them twice, or on file already, and save the lines all the same', async () => {
    const team = { officeId: engine.office.id, adviserId: engine.adviser.id };
    const ryan = await aCustomer(engine.deps, team, { firstName: 'Ryan', lastName: 'Baker', mobile: '+447700900123' });
    const rows = [line('C1'), line('C2', engine.office.ref, '07700 900 124'), line('C2', engine.office.ref, '07700 900 125')]; // prettier-ignore
    const id = await taken([...rows, line('C3', engine.office.ref, '07700 900 124'), line(ryan.ref)]);
    const seen = (await review(id))!.report!;
    expect(seen.warnings).toEqual([
      { line: 2, warning: `mobile is also that of Ryan Baker (${ryan.ref}): is it the same person?` },
      { line: 4, warning: 'customer_ref "C2" is on line 3 too: what this line says counts' },
      { line: 5, warning: 'mobile is on line 3 too, for "C2": is it the same person?' },
    ]);
    expect(seen.rejected).toEqual([]);
    await save(id);
    expect(await customers()).toEqual([ryan.ref, 'C1', 'C2', 'C3'].sort());
  });

  it('touch nobody of another office', async () => {
    const adviser = await aMemberOfStaff(engine.deps, elsewhere.office.id);
    const team = { officeId: elsewhere.office.id, adviserId: adviser.id };
    const theirs = await aCustomer(engine.deps, team, { ref: 'THEIRS' });
    const meeting = await anAppointment(engine.deps, { ...team, customerId: theirs.id }, { ref: 'APT-THEIRS' });
    const id = await taken([line('THEIRS'), line('C2', elsewhere.office.ref), `C3,A,B,,${engine.office.ref},${adviser.ref},X`]); // prettier-ignore
    expect((await review(id))!.report!.rejected.map(({ reasons }) => reasons[0])).toEqual([
      'customer "THEIRS" belongs to another office',
      `office_ref: "${elsewhere.office.ref}" is not your office`,
      `adviser "${adviser.ref}" works for another office`,
    ]);
    const columns = 'appointment_ref,customer_ref,first_name,last_name,adviser_ref,adviser_name,office_ref,kind,mode,starts_at,duration_minutes,purpose,status'; // prettier-ignore
    const moved = await taken([`APT-THEIRS,C9,A,B,NEW-ADV,Sioned Parry,${engine.office.ref},review,phone,2030-01-01T10:00,30,Talk,booked`], 'appointments', columns); // prettier-ignore
    expect((await review(moved))!.report!.rejected[0]!.reasons).toEqual(['appointment "APT-THEIRS" belongs to another office']); // prettier-ignore
    await save(id);
    await save(moved);
    expect(await customers()).toEqual(['THEIRS']);
    const [kept] = await engine.deps.db.read((q) => q.select().from(q.tables.appointments));
    expect(kept).toMatchObject({ id: meeting.id, startsAt: meeting.startsAt });
  });

  it('are nobody else’s to see, save or put away, and forgotten after a day', async () => {
    const id = await taken([line('C1')]);
    expect(await review(id, elsewhere.staff)).toBeNull();
    expect(await save(id, elsewhere.staff)).toBe('not_found');
    expect(await dropFile(engine.deps)({ staff: elsewhere.staff, id })).toBe(false);
    engine.deps.clock.set(engine.deps.clock.now() + DAY + 1);
    await forgetEndedSessions(engine.deps)();
    expect(await review(id)).toMatchObject({ report: null, file: { state: 'dropped' } });
    expect(await save(id)).toBe('over');
    const [row] = await engine.deps.db.read((q) => q.select().from(q.tables.importRuns));
    expect(row!.content).toBeNull();
  });

  it('that are no CSV are refused with the reason', async () => {
    const send = (content: Buffer) => takeFile(engine.deps)({ staff: manager, kind: 'clubs', fileName: 'a.csv', content }); // prettier-ignore
    expect(await send(Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' });
    expect(await send(Buffer.from('504b030414000600', 'hex'))).toMatchObject({ ok: false, reason: 'unreadable', words: expect.stringContaining('Excel') }); // prettier-ignore
    const id = await taken(['x'], 'clubs', 'no,such,columns');
    expect((await review(id))!.report!.outcome.ok).toBe(false);
  });

  it('that were taken out can be sent in again, change nothing, and run nothing in a spreadsheet', async () => {
    const team = { officeId: engine.office.id, adviserId: engine.adviser.id };
    const aled = await aCustomer(engine.deps, team, { lastName: '=1+1', mobile: '+447700900123', email: 'a@mail.example' }); // prettier-ignore
    await anAppointment(engine.deps, { ...team, customerId: aled.id }, { purpose: '@SUM(A1)' });
    await aCustomer(engine.deps, { officeId: elsewhere.office.id, adviserId: engine.adviser.id }, { ref: 'OTHER' });
    for (const kind of ['customers', 'appointments', 'clubs'] as const) {
      const { name, text } = await exportOffice(engine.deps)({ staff: manager, kind });
      expect(name).toMatch(new RegExp(`^${kind}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
      expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
      expect(text).not.toContain('OTHER');
      if (kind === 'clubs') continue;
      const again = await takeFile(engine.deps)({ staff: manager, kind, fileName: name, content: Buffer.from(text) });
      const { counts, rejected } = (await review((again as { id: string }).id))!.report!;
      expect({ counts, rejected }).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 1 }, rejected: [] });
    }
  });
});
