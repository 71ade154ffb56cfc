import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clubValues } from '~/domain/club/club-form';
import { closeClubDays, setClosureEnded } from '~/services/close-club-days.server';
import { goToClub } from '~/services/go-to-club.server';
import { addClub, checkClub, keepClub, setClubOpen, setOrganisers } from '~/services/keep-club.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewClub } from '~/services/view-club.server';
import { viewClubs } from '~/services/view-clubs.server';
import { viewStaffClub, viewStaffClubs } from '~/services/view-staff-clubs.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aClub, aMemberOfStaff, anArea, anOffice } from '../support/factories';

/** Thursday 26 November 2026 is a day on which the club meets. */
describeOnBothDatabases('clubs kept by organisers', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let clubId: string;
  let manager: SignedInStaff;
  let organiser: SignedInStaff;
  let other: SignedInStaff;
  let elsewhere: SignedInStaff;
  let adviser: SignedInStaff;

  const member = async (role: 'manager' | 'organiser' | 'adviser', officeId = engine.office.id) => {
    const row = await aMemberOfStaff(engine.deps, officeId, { role });
    return { kind: 'staff', id: row.id, officeId, role, firstName: 'A', lastName: 'B' } as unknown as SignedInStaff;
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    engine.deps.clock.set(Date.parse('2026-11-23T09:00:00Z'));
    manager = await member('manager');
    organiser = await member('organiser');
    other = await member('organiser');
    adviser = await member('adviser');
    elsewhere = await member('manager', (await anOffice(engine.deps)).id);
    await anArea(engine.deps, { code: 'LL57', name: 'Bangor', latitude: 53.227, longitude: -4.129 });
    clubId = (await aClub(engine.deps, { ref: 'CLUB', officeId: engine.office.id })).id;
    await setOrganisers(engine.deps)({ staff: manager, ref: 'CLUB', organiserIds: [organiser.id] });
  });
  afterEach(() => database.drop());

  const club = async () => {
    const { clubs } = engine.deps.db.tables;
    const [row] = await engine.deps.db.read((q) => q.select().from(clubs).where(eq(clubs.id, clubId)));
    return row!;
  };
  const say = async (staff: SignedInStaff, change: Record<string, string>, seen: string | null = null) =>
    keepClub(engine.deps)({ staff, ref: 'CLUB', values: { ...clubValues(await club()), phone: '', ...change }, seen });
  const go = (customerId: string, date = '2026-11-26') =>
    goToClub(engine.deps)({ customerId, ref: 'CLUB', date, requestId: null });
  const dates = async () => (await viewClub(engine.deps)({ ref: 'CLUB', customerId: null }))!.sessions.map(({ date }) => date); // prettier-ignore
  const close = (fromOn: string, untilOn = '', id = engine.deps.newId()) =>
    closeClubDays(engine.deps)({ staff: organiser, ref: 'CLUB', id, fromOn, untilOn, reason: 'Christmas' });
  const bodies = async () => {
    const rows = await engine.deps.db.read((q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
    return rows.map(({ status, body }) => [status, engine.deps.vault.open(body!)]);
  };

  it('say that a colleague has changed one meanwhile, before their words are lost', async () => {
    const opened = async () => (await viewStaffClub(engine.deps)({ staff: organiser, ref: 'CLUB' }))!.seen;
    const shown = await opened();
    expect(await say(manager, { askFor: 'Mair' }, shown)).toEqual({ ok: true, ref: 'CLUB' });
    const told = { ok: false, reason: 'changed_since', seen: await opened() };
    expect(await say(organiser, { askFor: 'Del' }, shown)).toEqual(told);
    expect(await say(manager, { askFor: 'Mair' }, shown)).toEqual({ ok: true, ref: 'CLUB' });
    expect((await club()).askFor).toBe('Mair');
    expect(await say(organiser, { askFor: 'Del' }, told.seen)).toEqual({ ok: true, ref: 'CLUB' });
    expect((await club()).askFor).toBe('Del');
  });

  it('are added once by a form that is sent twice at once', async () => {
    const values = { ...clubValues(await club()), phone: '', name: 'Another' };
    const form = { staff: manager, formId: engine.deps.newId(), values };
    const both = await Promise.all([addClub(engine.deps)(form), addClub(engine.deps)(form)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
  });

  it('are seen by those who keep them and by their office, and changed by those who keep them and managers', async () => {
    const seen = async (staff: SignedInStaff) => (await viewStaffClubs(engine.deps)({ staff })).clubs.map(({ ref, mine }) => [ref, mine]); // prettier-ignore
    expect(await seen(organiser)).toEqual([['CLUB', true]]);
    expect(await seen(manager)).toEqual([['CLUB', true]]);
    expect(await seen(adviser)).toEqual([['CLUB', false]]);
    expect(await seen(other)).toEqual([]);
    expect(await seen(elsewhere)).toEqual([]);
    for (const staff of [other, elsewhere, adviser]) {
      expect(await say(staff, { place: 'Elsewhere' })).toEqual({ ok: false, reason: 'not_found' });
      expect(await checkClub(engine.deps)({ staff, ref: 'CLUB' })).toBe(false);
      expect(await setClubOpen(engine.deps)({ staff, ref: 'CLUB', open: false })).toBe(false);
    }
    expect(await viewStaffClub(engine.deps)({ staff: other, ref: 'CLUB' })).toBeNull();
    expect(await say(organiser, { askFor: 'Del' })).toEqual({ ok: true, ref: 'CLUB' });
    expect(await club()).toMatchObject({ askFor: 'Del', checkedOn: '2026-11-23', checkedBy: organiser.id });
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.map(({ action }) => action)).toEqual(['club.organisers', 'club.changed']);
  });

  it('tell who is coming when the time changes, and nobody when the helper does', async () => {
    const { id } = await engine.customer();
    await go(id);
    expect((await viewStaffClub(engine.deps)({ staff: organiser, ref: 'CLUB' }))!.sessions[0]).toMatchObject({
      ...{ date: '2026-11-26', coming: ['Aled H'] },
    });
    await say(organiser, { askFor: 'Del' });
    expect(await bodies()).toMatchObject([['planned', expect.stringContaining('Not going?')]]);
    await say(organiser, { fromTime: '2pm', toTime: '4pm' });
    expect(await bodies()).toMatchObject([
      ['superseded', expect.anything()],
      ['planned', expect.stringContaining('has changed when or where it meets')],
    ]);
    expect((await viewStaffClub(engine.deps)({ staff: organiser, ref: 'CLUB' }))!.comingInAll).toBe(0);
  });

  it('do not meet on days that were closed, and whoever said that they go then is told once', async () => {
    const { id: goes } = await engine.customer({ mobile: '+447700900201' });
    const { id: later } = await engine.customer({ mobile: '+447700900202' });
    await go(goes, '2026-12-03');
    await go(later, '2026-12-10');
    const form = engine.deps.newId();
    expect([await close('2026-12-01', '2026-12-05', form), await close('2026-12-01', '2026-12-05', form)]).toMatchObject([{ ok: true }, { ok: true }]); // prettier-ignore
    expect(await dates()).toEqual(['2026-11-26', '2026-12-10', '2026-12-17', '2026-12-24']);
    expect((await bodies()).filter(([, text]) => text!.includes('has changed'))).toHaveLength(1);
    expect(await go(goes, '2026-12-03')).toBe('no_session');
    expect(await setClosureEnded(engine.deps)({ staff: other, ref: 'CLUB', id: form, ended: true })).toBe(false);
    expect(await setClosureEnded(engine.deps)({ staff: organiser, ref: 'CLUB', id: form, ended: true })).toBe(true);
    expect(await dates()).toContain('2026-12-03');
  });

  it.each([
    ['', '', 'from_missing'],
    ['2026-12-01', 'soon', 'until_missing'],
    ['2026-12-05', '2026-12-01', 'until_before'],
    ['2026-11-01', '2026-11-02', 'over'],
  ])('are not closed from "%s" until "%s": %s', async (from, until, reason) =>
    expect(await close(from, until)).toEqual({ ok: false, reason }),
  );

  it('in term time do not meet in the school holidays of their office', async () => {
    const days = { name: 'Christmas', fromOn: '2026-12-10', untilOn: '2026-12-24' };
    await engine.deps.db.write((q) => q.insert(q.tables.schoolHolidays).values({ id: engine.deps.newId(), officeId: engine.office.id, ...days })); // prettier-ignore
    expect(await dates()).toContain('2026-12-10');
    await say(organiser, { rhythm: 'term_time' });
    expect(await dates()).toEqual(['2026-11-26', '2026-12-03', '2026-12-31', '2027-01-07']);
  });

  it('that have closed are found by nobody, and again when they are open', async () => {
    const { id } = await engine.customer({ homeArea: 'LL57', mobile: '+447700900203' });
    await go(id);
    const found = async () => (await viewClubs(engine.deps)({ near: 'LL57', needed: [], all: false, customerId: null })).clubs.length; // prettier-ignore
    await setClubOpen(engine.deps)({ staff: organiser, ref: 'CLUB', open: false });
    expect(await found()).toBe(0);
    expect(await dates()).toEqual([]);
    expect(await go(id)).toBe('no_session');
    expect((await bodies()).at(-1)).toMatchObject(['planned', expect.stringContaining('has changed')]);
    await setClubOpen(engine.deps)({ staff: organiser, ref: 'CLUB', open: true });
    expect(await found()).toBe(1);
  });

  it('are added once, however often the form is sent, where somebody knows the postcode', async () => {
    const values = { ...clubValues(await club()), name: 'A new club', phone: '' };
    const add = (more = {}, staff = manager) => addClub(engine.deps)({ staff, formId: '00000000-0000-7000-8000-00000000abcd', values: { ...values, ...more } }); // prettier-ignore
    expect(await add({ postcode: 'SY1 1ZZ' })).toEqual({ ok: false, problems: { postcode: 'postcode_unknown' } });
    expect(await add({}, organiser)).toEqual({ ok: false, reason: 'not_found' });
    const [one, two] = [await add(), await add()];
    expect(one).toEqual(two);
    expect((await viewStaffClubs(engine.deps)({ staff: manager })).clubs).toHaveLength(2);
  });

  it('need a look after three months', async () => {
    await checkClub(engine.deps)({ staff: organiser, ref: 'CLUB' });
    expect((await viewStaffClubs(engine.deps)({ staff: organiser })).stale).toBe(0);
    engine.deps.clock.set(Date.parse('2027-03-01T09:00:00Z'));
    expect((await viewStaffClubs(engine.deps)({ staff: organiser })).stale).toBe(1);
  });
});
