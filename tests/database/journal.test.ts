import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { answerJournalEntry, markEntriesRead } from '~/services/answer-journal-entry.server';
import { verifyAudit } from '~/services/audit.server';
import { closeEntry, reopenEntry } from '~/services/close-journal-entry.server';
import { saveCover } from '~/services/manage-covers.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewJournal } from '~/services/view-journal.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { viewStaffJournal } from '~/services/view-staff-journal.server';
import { markJournalRead, takeBackEntry, writeJournalEntry } from '~/services/write-journal-entry.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('the journal', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let deps: TestEngine['deps'];
  let sioned: SignedInStaff;
  let rhys: SignedInStaff;
  let elin: SignedInStaff;
  let aled: string;

  const signedIn = ({ id, officeId, role, firstName, lastName }: Omit<SignedInStaff, 'kind'>): SignedInStaff => ({
    ...{ kind: 'staff', id, officeId, role, firstName, lastName },
  });
  const colleague = async (firstName: string, role: 'adviser' | 'manager', officeId = engine.office.id) =>
    signedIn(await aMemberOfStaff(deps, officeId, { firstName, role }));

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    deps = engine.deps;
    sioned = signedIn({ ...engine.adviser, role: 'adviser' });
    rhys = await colleague('Rhys', 'adviser');
    elin = await colleague('Elin', 'manager');
    aled = (await engine.customer({ mobile: '+447700900123' })).id;
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const write = (text: string, more: Partial<Parameters<ReturnType<typeof writeJournalEntry>>[0]> = {}) =>
    writeJournalEntry(deps)({ customerId: aled, key: null, text, seenAt: 0, ...more });
  const own = (customerId = aled, page = 1) => viewJournal(deps)({ customerId, page });
  const theirs = async (staff = sioned) => (await viewStaffJournal(deps)({ staff, customerId: aled, page: 1 }))!;
  const answer = async (text: string, more: Partial<Parameters<ReturnType<typeof answerJournalEntry>>[0]> = {}) => {
    const { seen } = await theirs();
    return answerJournalEntry(deps)({
      ...{ staff: sioned, customerId: aled, key: null, text, seen, requestId: null, ...more },
    });
  };
  const notices = () => deps.db.read((q) => q.select().from(q.tables.messages));
  const waiting = async (staff: SignedInStaff) =>
    (await viewOfficeDay(deps)({ staff, date: null, adviser: null })).needs.entries.map(
      ({ customer, count, days }) => `${customer.firstName} ${count} ${days}`,
    );

  it('keeps what is written sealed, and shows it to the two', async () => {
    await write('Is the course on Friday?');
    const [row] = await deps.db.read((q) => q.select().from(q.tables.journalEntries));
    expect(row!.body).not.toContain('course');
    expect((await own()).entries).toMatchObject([{ by: null, text: 'Is the course on Friday?', readAt: null }]);
    expect((await theirs()).entries).toMatchObject([{ text: 'Is the course on Friday?', waits: true }]);
  });

  it('shows a manager that something waits and for how long, never what it says', async () => {
    await write('Something private');
    await closeEntry(deps)({ staff: sioned, entryId: (await own()).entries[0]!.id, note: 'Rang them' });
    const shown = await theirs(elin);
    expect(shown.entries).toMatchObject([{ text: null, done: { note: null, by: { firstName: 'Sioned' } } }]);
    expect(JSON.stringify(shown)).not.toMatch(/private|Rang/);
  });

  it('is for nobody of another office', async () => {
    await write('Hello');
    const elsewhere = await colleague('Ravi', 'adviser', (await anOffice(deps)).id);
    const [entry] = (await own()).entries;
    expect(await viewStaffJournal(deps)({ staff: elsewhere, customerId: aled, page: 1 })).toBeNull();
    expect(await answer('Hi', { staff: elsewhere })).toEqual({ ok: false, reason: 'not_found' });
    expect(await closeEntry(deps)({ staff: elsewhere, entryId: entry!.id, note: null })).toMatchObject({ ok: false });
    expect(await reopenEntry(deps)({ staff: elsewhere, entryId: entry!.id })).toMatchObject({ ok: false });
    expect(await markEntriesRead(deps)({ staff: elsewhere, customerId: aled, until: deps.clock.now() })).toBe(false);
    expect((await own()).entries).toMatchObject([{ readAt: null, done: null }]);
  });

  it('is written once by a form that is sent twice, at once or one after the other', async () => {
    const key = deps.newId();
    await Promise.all([write('Hello', { key }), write('Hello', { key })]);
    expect(await write('Hello', { key })).toEqual({ ok: true, changed: false });
    expect((await own()).entries).toHaveLength(1);
    deps.clock.advance(MINUTE);
    expect(await write('Hello again', { key })).toEqual({ ok: true, changed: true });
    const nia = (await engine.customer({ firstName: 'Nia' })).id;
    expect(await write('Hello', { key, customerId: nia })).toEqual({ ok: true, changed: true });
    expect((await own()).entries.map(({ text }) => text)).toEqual(['Hello again', 'Hello']);
    expect((await own(nia)).entries).toHaveLength(1);
  });

  it('takes one message a minute from a customer', async () => {
    await write('One');
    deps.clock.advance(MINUTE - 1);
    expect(await write('Two')).toEqual({ ok: false, reason: 'too_soon' });
    deps.clock.advance(1);
    expect(await write('Two')).toEqual({ ok: true, changed: true });
  });

  it('lets a customer take back what nobody has read, and nobody else', async () => {
    await write('Never mind');
    const entryId = (await own()).entries[0]!.id;
    const nia = (await engine.customer({ firstName: 'Nia' })).id;
    expect(await takeBackEntry(deps)({ customerId: nia, entryId })).toBe('gone');
    expect((await own()).entries).toHaveLength(1);
    expect(await takeBackEntry(deps)({ customerId: aled, entryId })).toBe('gone');
    expect(await takeBackEntry(deps)({ customerId: aled, entryId })).toBe('gone');
    expect((await own()).entries).toEqual([]);
    await write('Please call');
    const [entry] = (await own()).entries;
    await markEntriesRead(deps)({ staff: sioned, customerId: aled, until: entry!.at });
    expect(await takeBackEntry(deps)({ customerId: aled, entryId: entry!.id })).toBe('read');
    expect((await own()).entries).toMatchObject([{ mayTakeBack: false, readAt: deps.clock.now() }]);
  });

  it('tells the customer that there is an answer, never what it is, and once an hour', async () => {
    await write('Is it on?');
    deps.clock.advance(HOUR);
    expect(await answer('Yes, at ten in Bangor')).toEqual({ ok: true, told: true });
    await engine.send();
    expect(engine.sms.sent.map(({ body }) => body)).toEqual([
      'Hi Aled, Sioned has answered your message. Sign in to read it: https://waymark.example/sign-in?then=messages',
    ]);
    expect((await own()).entries).toMatchObject([
      { by: 'Sioned', text: 'Yes, at ten in Bangor', readAt: null },
      { by: null, readAt: deps.clock.now() },
    ]);
    deps.clock.advance(MINUTE);
    expect(await answer('Bring a pen')).toEqual({ ok: true, told: true });
    expect(await notices()).toHaveLength(1);
    await markJournalRead(deps)({ customerId: aled, until: deps.clock.now() });
    expect((await own()).unreadUntil).toBeNull();
    deps.clock.advance(MINUTE);
    await answer('And your CV');
    expect(await notices()).toHaveLength(2);
  });

  it('says neither the place nor the purpose to somebody whose messages others may see', async () => {
    const team = { officeId: engine.office.id, adviserId: sioned.id };
    const person = await aCustomer(deps, team, { firstName: 'Nia', email: 'nia@mail.example', discreet: true });
    await write('Hello', { customerId: person.id });
    const { seen } = (await viewStaffJournal(deps)({ staff: sioned, customerId: person.id, page: 1 }))!;
    await answer('Come to Bangor', { customerId: person.id, seen });
    await engine.send();
    expect(engine.email.sent).toMatchObject([
      { subject: 'A message from Sioned', body: 'Hi Nia, there is a message for you from Sioned: https://waymark.example/sign-in?then=messages' }, // prettier-ignore
    ]);
  });

  it('says when there is no way to tell them, and for their safety sends nothing', async () => {
    const team = { officeId: engine.office.id, adviserId: sioned.id };
    const person = await aCustomer(deps, team, { mobile: '+447700900129', noMessages: true });
    expect(await answer('Hello', { customerId: person.id, seen: '' })).toEqual({ ok: true, told: false });
    expect(await notices()).toEqual([]);
  });

  it('answers what was seen: not when the customer has written since, and once however often it is sent', async () => {
    await write('One');
    const { seen } = await theirs();
    deps.clock.advance(MINUTE);
    await write('Two');
    expect(await answer('To one', { seen })).toEqual({ ok: false, reason: 'written_since' });
    const key = deps.newId();
    expect(await answer('To both', { key })).toEqual({ ok: true, told: true });
    expect(await answer('To both', { key })).toEqual({ ok: true, told: null });
    expect((await own()).entries).toHaveLength(3);
    expect(await waiting(sioned)).toEqual([]);
  });

  it('shows what waits on the day, with its age, until it is answered or dealt with; that can be undone', async () => {
    await write('One');
    deps.clock.advance(DAY);
    await write('Two');
    const [two, one] = (await own()).entries;
    expect(await waiting(sioned)).toEqual(['Aled 2 1']);
    expect(await waiting(elin)).toEqual(['Aled 2 1']);
    expect(await waiting(rhys)).toEqual([]);
    const close = (entryId: string, note: string | null, staff = sioned) => closeEntry(deps)({ staff, entryId, note });
    expect(await close(one!.id, 'Rang the college')).toMatchObject({ ok: true, changed: true });
    expect(await close(one!.id, 'Rang the college')).toMatchObject({ ok: true, changed: false });
    expect(await close(one!.id, 'Something else', rhys)).toMatchObject({ ok: false, reason: 'done_before' });
    await close(two!.id, null);
    expect(await waiting(sioned)).toEqual([]);
    expect((await own()).entries[1]!.done).toMatchObject({ by: 'Sioned', note: 'Rang the college' });
    await reopenEntry(deps)({ staff: rhys, entryId: one!.id });
    expect(await waiting(sioned)).toEqual(['Aled 1 1']);
    expect((await own()).entries[1]!.done).toBeNull();
  });

  it('reaches whoever stands in as well, as long as they do', async () => {
    await write('Hello');
    const days = { fromOn: '2026-11-24', untilOn: '2026-11-25' };
    await saveCover(deps)({ staff: elin, id: null, adviserId: sioned.id, standInId: rhys.id, ...days });
    expect(await waiting(rhys)).toEqual([]);
    deps.clock.set('2026-11-24T00:00:00Z');
    expect(await waiting(rhys)).toEqual(['Aled 1 1']);
    expect(await waiting(sioned)).toEqual(['Aled 1 1']);
    expect((await own()).cover?.standIn.firstName).toBe('Rhys');
    deps.clock.set('2026-11-26T00:00:00Z');
    expect(await waiting(rhys)).toEqual([]);
    expect((await own()).cover).toBeNull();
  });

  it('goes to everybody’s list while a customer has no adviser, and turns its pages', async () => {
    await deps.db.write(async (q) => void (await q.update(q.tables.customers).set({ adviserId: null })));
    for (let n = 1; n <= 11; n += 1) {
      await write(`Message ${n}`);
      deps.clock.advance(MINUTE);
    }
    expect(await waiting(rhys)).toEqual(['Aled 11 0']);
    expect(await own()).toMatchObject({ adviser: null, more: true });
    expect((await own()).entries[0]!.text).toBe('Message 11');
    expect((await own(aled, 2)).entries.map(({ text }) => text)).toEqual(['Message 1']);
  });
});
