import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { verifyAudit } from '~/services/audit.server';
import { endCalendarFeed, makeCalendarFeed, viewCalendarFeed } from '~/services/manage-calendar-feed.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { writeCalendarFeed } from '~/services/write-calendar-feed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

describeOnBothDatabases('a calendar feed', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let people: { customerId: string; adviserId: string; officeId: string };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    await availableAllWeek(deps, adviser.id);
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: adviser.id });
    people = { customerId: customer.id, adviserId: adviser.id, officeId: office.id };
  });
  afterEach(() => database.drop());

  const address = async () => (await viewCalendarFeed(deps)(people)).address;
  const tokenIn = (url: string | null) => /\/calendar\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? '';
  async function make() {
    await makeCalendarFeed(deps)(people);
    return tokenIn(await address());
  }
  const open = (token: string, from = '192.0.2.1') => writeCalendarFeed(deps)({ token, address: from });
  async function read(token: string) {
    const feed = await open(token);
    if (feed.state !== 'open') throw new Error(feed.state);
    const events = new ICAL.Component(ICAL.parse(feed.file)).getAllSubcomponents('vevent').map((one) => ({
      uid: one.getFirstPropertyValue('uid') as string,
      sequence: Number(one.getFirstPropertyValue('sequence')),
      status: one.getFirstPropertyValue('status') as string,
      startsAt: (one.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime(),
      zone: (one.getFirstPropertyValue('dtstart') as ICAL.Time).zone.tzid,
    }));
    return { events, file: feed.file };
  }

  it('has an address of 256 bits, of which only the hash is kept, and which can be shown again', async () => {
    const token = await make();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenIn(await address())).toBe(token);
    const rows = await deps.db.read((q) => q.select().from(q.tables.calendarFeeds));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('names no place, person or purpose, and is in the language of its owner', async () => {
    await anAppointment(deps, people, { mode: 'outreach', venue: 'Tŷ Cegin' });
    const { file } = await read(await make());
    expect(file).toContain('SUMMARY:Appointment');
    expect(file).not.toMatch(/Sioned|Parry|Aled|Jobcentre|next steps|Cegin|LOCATION|CV/i);
    await deps.db.write(async (q) => void (await q.update(q.tables.customers).set({ language: 'cy' })));
    expect((await read(tokenIn(await address()))).file).toContain('SUMMARY:Apwyntiad');
  });

  it('keeps the UID of a meeting that moves, and raises its SEQUENCE', async () => {
    const { id } = await anAppointment(deps, people, { startsAt: Date.parse('2026-11-26T14:30:00Z') });
    const token = await make();
    const before = await read(token);
    const startsAt = Date.parse('2026-11-25T10:00:00Z');
    const moved = await moveAppointment(deps)({
      ...{ appointmentId: id, startsAt },
      actor: { kind: 'customer', id: people.customerId },
    });
    expect(moved.ok).toBe(true);
    const after = await read(token);
    expect(after.events[0]).toMatchObject({ uid: before.events[0]!.uid, startsAt, status: 'CONFIRMED' });
    expect(after.events[0]!.sequence).toBeGreaterThan(before.events[0]!.sequence);
  });

  it('keeps what was cancelled, and says so', async () => {
    for (const status of ['cancelled_by_office', 'cancelled_by_customer', 'rearranged', 'attended'] as const)
      await anAppointment(deps, people, { status });
    const { events } = await read(await make());
    expect(events.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED', 'CONFIRMED']);
  });

  it('is right across both changes of the clocks', async () => {
    const starts = ['2026-10-24T08:30:00Z', '2026-10-25T09:30:00Z', '2027-03-27T09:30:00Z', '2027-03-28T08:30:00Z'];
    deps.clock.set('2026-10-20T09:00:00Z');
    for (const one of starts) await anAppointment(deps, people, { startsAt: Date.parse(one) });
    const { events } = await read(await make());
    expect(events.map(({ startsAt, zone }) => [startsAt, zone])).toEqual(starts.map((one) => [Date.parse(one), 'UTC']));
  });

  it('holds nobody else’s, and not what is long over', async () => {
    const other = await aCustomer(deps, people, { firstName: 'Nia' });
    await anAppointment(deps, { ...people, customerId: other.id });
    await anAppointment(deps, people, { startsAt: deps.clock.now() - 90 * 24 * HOUR });
    expect((await read(await make())).events).toEqual([]);
  });

  it('has another address after a reset, and none after it was stopped; what was stopped never comes back', async () => {
    const first = await make();
    const next = await make();
    expect(next).not.toBe(first);
    expect(await open(first)).toEqual({ state: 'unknown' });
    expect((await open(next)).state).toBe('open');
    await endCalendarFeed(deps)(people);
    await endCalendarFeed(deps)(people);
    expect(await open(next)).toEqual({ state: 'unknown' });
    expect(await address()).toBeNull();
    deps.clock.advance(MINUTE);
    const again = await make();
    expect([first, next]).not.toContain(again);
    const entries = await deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.map(({ action }) => action).sort()).toEqual([
      ...['calendar_feed.ended', 'calendar_feed.made', 'calendar_feed.made', 'calendar_feed.made'],
    ]);
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
  });

  it('makes who guesses wait, and who asks too often', async () => {
    const token = await make();
    let refused = 0;
    for (let n = 0; n < 130; n += 1) if ((await open(token)).state === 'too_many') refused += 1;
    expect(refused).toBe(10);
    for (let n = 0; n < 60; n += 1) expect((await open(`guess-${n}`, '192.0.2.9')).state).toBe('unknown');
    expect(await open('one-more', '192.0.2.9')).toMatchObject({ state: 'too_many' });
  });
});
