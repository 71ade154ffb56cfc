import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Queryable } from '@db/client.server';
import { HOUR } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

describeOnBothDatabases('a day of an office', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sioned: SignedInStaff;
  let elsewhere: SignedInStaff;
  let people: { officeId: string; adviserId: string };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T09:50:00Z');
    const office = await anOffice(deps);
    const member = await aMemberOfStaff(deps, office.id);
    sioned = signedIn(member);
    elsewhere = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id));
    people = { officeId: office.id, adviserId: member.id };
  });
  afterEach(() => database.drop());

  const signedIn = (member: Awaited<ReturnType<typeof aMemberOfStaff>>): SignedInStaff => {
    const { id, officeId, firstName, lastName } = member;
    return { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  };
  const view = (staff = sioned, date: string | null = null, adviser: string | null = null) =>
    viewOfficeDay(deps)({ staff, date, adviser });

  async function booked(time: string, changes: Parameters<typeof anAppointment>[2] = {}) {
    const customer = await aCustomer(deps, people, { mobile: '+447700900123' });
    const appointment = await anAppointment(
      deps,
      { ...people, customerId: customer.id },
      { startsAt: at(time), ...changes },
    );
    return { customer, appointment };
  }

  async function aMessage(appointmentId: string, status: 'delivered' | 'undelivered', reason: string | null = null) {
    const id = deps.newId();
    const now = deps.clock.now();
    const times = { notBefore: now - HOUR, sendBy: now + HOUR, createdAt: now - HOUR };
    await deps.db.write(async (q) => {
      const reminder = {
        id,
        appointmentId,
        appointmentVersion: 1,
        rule: 'one_day_before',
        policy: 'default-1',
      } as const;
      await q.insert(q.tables.reminders).values({ ...reminder, ...times });
      await q.insert(q.tables.messages).values({
        ...{
          id,
          reminderId: id,
          appointmentId,
          purpose: 'reminder',
          channel: 'sms',
          provider: 'twilio',
          language: 'en',
        },
        ...{
          status,
          reason,
          recipient: deps.vault.seal('+447700900123'),
          body: deps.vault.seal('Hello Aled'),
          ...times,
        },
        finishedAt: now,
      });
    });
    return id;
  }

  async function aCall(customerId: string, appointmentId: string, officeId = people.officeId) {
    const id = deps.newId();
    const now = deps.clock.now();
    const entry = { id, officeId, customerId, appointmentId, ownerId: null, reason: 'not_delivered' as const };
    await deps.db.write((q) =>
      q.insert(q.tables.callList).values({ ...entry, cause: id, dueAt: now + HOUR, createdAt: now }),
    );
    return id;
  }

  it('has the appointments of that day by the office’s clock, in time order, and no others', async () => {
    await booked('14:30');
    await booked('09:00');
    await booked('09:00', { startsAt: at('09:00') + 24 * HOUR });
    const day = await view();
    expect(day.rows.map((row) => row.startsAt)).toEqual([at('09:00'), at('14:30')]);
    expect(day).toMatchObject({ date: '2026-11-24', today: '2026-11-24', previous: '2026-11-23', next: '2026-11-25' });
    expect((await view(sioned, '2026-11-25')).rows).toHaveLength(1);
    expect(await view(sioned, '31/02/2026')).toMatchObject({ date: '2026-11-24', dateFault: true });
  });

  it('is an adviser’s own unless they ask for the whole office, or a colleague’s', async () => {
    const rhys = await aMemberOfStaff(deps, people.officeId, { firstName: 'Rhys' });
    await booked('14:30');
    await booked('10:00', { adviserId: rhys.id });
    expect((await view()).rows).toHaveLength(1);
    expect((await view(sioned, null, 'all')).rows).toHaveLength(2);
    expect((await view(sioned, null, rhys.id)).rows.map((row) => row.adviser.firstName)).toEqual(['Rhys']);
  });

  it('shows nothing to another office, not even when its advisers are asked for by name', async () => {
    const { appointment, customer } = await booked('14:30');
    await aCall(customer.id, appointment.id);
    for (const adviser of ['all', people.adviserId]) {
      const day = await view(elsewhere, null, adviser);
      expect(day.rows).toEqual([]);
      expect(day.needs).toEqual({ calls: [], replies: [], entries: [], followUps: [], otherWays: [], signposts: [], formats: [], unrecorded: [] }); // prettier-ignore
    }
    expect(await viewStaffAppointment(deps)({ staff: elsewhere, appointmentId: appointment.id })).toBeNull();
    expect(await viewStaffAppointment(deps)({ staff: elsewhere, appointmentId: 'no such' })).toBeNull();
  });

  it('says before the meeting that nothing arrived, until somebody has phoned', async () => {
    const { customer, appointment } = await booked('14:30');
    await aMessage(appointment.id, 'undelivered', 'undelivered:30003');
    expect((await view()).rows[0]).toMatchObject({
      nothingArrived: true,
      latest: { status: 'undelivered' },
      call: null,
    });
    const call = await aCall(customer.id, appointment.id);
    const waiting = await view();
    expect(waiting.rows[0]).toMatchObject({ nothingArrived: true, call: { made: false } });
    expect(waiting.needs.calls).toMatchObject([
      { id: call, numbers: [{ display: '07700 900123', href: 'tel:+447700900123' }], overdue: false },
    ]);
    const { callList } = database.db.tables;
    await deps.db.write((q) => q.update(callList).set({ doneAt: deps.clock.now(), outcome: 'spoke' }));
    expect((await view()).rows[0]).toMatchObject({ nothingArrived: false, call: { made: true } });
  });

  it('leaves out calls that were to remind of a meeting that has begun', async () => {
    const { customer, appointment } = await booked('10:00');
    await aCall(customer.id, appointment.id);
    expect((await view()).needs.calls).toHaveLength(1);
    deps.clock.set('2026-11-24T10:00:00Z');
    expect((await view()).needs.calls).toEqual([]);
    const { callList } = database.db.tables;
    await deps.db.write((q) => q.update(callList).set({ reason: 'asked_for_call' }));
    expect((await view()).needs.calls).toHaveLength(1);
  });

  it('offers outcomes from a quarter of an hour before, and asks for forgotten ones for four weeks', async () => {
    await booked('10:00');
    await booked('10:30');
    await booked('10:00', { startsAt: at('10:00') - 27 * 24 * HOUR });
    await booked('10:00', { startsAt: at('10:00') - 29 * 24 * HOUR });
    const day = await view();
    expect(day.rows.map((row) => row.mayRecord)).toEqual([true, false]);
    expect(day.needs.unrecorded.map((one) => one.startsAt)).toEqual([at('10:00') - 27 * 24 * HOUR]);
  });

  it('asks the database no more often on a fuller day', async () => {
    const count = async () => {
      let asked = 0;
      const counting = (q: Queryable) =>
        new Proxy(q, {
          get(target, name) {
            if (name === 'select' || name === 'selectDistinct') asked += 1;
            return Reflect.get(target, name, target) as unknown;
          },
        });
      const db: Deps['db'] = { ...deps.db, read: (fn) => deps.db.read((q) => fn(counting(q))) };
      await viewOfficeDay({ ...deps, db })({ staff: sioned, date: null, adviser: 'all' });
      return asked;
    };
    const empty = await count();
    for (let n = 0; n < 12; n += 1) {
      const { customer, appointment } = await booked(`1${n % 6}:00`);
      await aMessage(appointment.id, 'delivered');
      await aCall(customer.id, appointment.id);
    }
    // Where nobody is booked, nobody's level is asked for, and nobody who signs or interprets.
    expect(await count()).toBe(empty + 2);
    expect(empty).toBeGreaterThan(8);
    expect(empty).toBeLessThan(27);
  });

  it('tells an appointment’s story with its texts as they were sent, and records who read it', async () => {
    const { appointment } = await booked('14:30');
    const messageId = await aMessage(appointment.id, 'delivered');
    const seen = await viewStaffAppointment(deps)({ staff: sioned, appointmentId: appointment.id });
    expect(seen?.story).toMatchObject([
      { what: 'message', id: messageId, body: 'Hello Aled', recipient: '+447700900123' },
    ]);
    expect(seen?.contacts).toMatchObject([{ kind: 'mobile', display: '07700 900123', health: 'untried' }]);
    const { auditEntries } = database.db.tables;
    const entries = await deps.db.read(async (q) => await q.select().from(auditEntries));
    expect(entries).toMatchObject([{ action: 'appointment.read', actorId: sioned.id, subjectId: appointment.id }]);
  });
});
