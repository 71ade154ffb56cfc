import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { confirmHeld, declineHeld, moveHeld, requestHeldCall } from '~/services/answer-held-appointment.server';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import type { Deps } from '~/services/deps';
import type { AppointmentKey } from '~/services/held-appointment.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { viewHeldAppointment, viewOtherTimes, writeHeldCalendar } from '~/services/view-held-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aLink, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';
import type { FakeClock } from '../support/fake-clock';

describeOnBothDatabases('answering for an appointment', (dialect) => {
  let database: TestDatabase;
  let deps: Deps & { clock: FakeClock };
  let people: { customerId: string; adviserId: string; officeId: string };
  let appointment: Awaited<ReturnType<typeof anAppointment>>;
  let link: AppointmentKey & { kind: 'link' };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    await availableAllWeek(deps, adviser.id);
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, { language: 'cy' });
    people = { customerId: customer.id, adviserId: adviser.id, officeId: office.id };
    appointment = await anAppointment(deps, people, { startsAt: Date.parse('2026-11-24T14:30:00Z') });
    link = { kind: 'link', token: await aLink(deps, appointment), address: '192.0.2.1' };
  });
  afterEach(() => database.drop());

  const view = (key: AppointmentKey = link) => viewHeldAppointment(deps)(key);
  const change = (fields: Partial<typeof appointment> & { cannotComeAt?: number | null }) =>
    database.db.write(async (q) => void (await q.update(q.tables.appointments).set(fields)));

  it('shows names, time and place, and nothing that finds the person', async () => {
    const shown = await view();
    expect(shown).toEqual({
      state: 'open',
      language: 'cy',
      phone: '01632 960100',
      firstName: 'Aled',
      adviserFirstName: 'Sioned',
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      zone: 'Europe/London',
      today: '2026-11-23',
      mode: 'in_person',
      placeWithheld: false,
      place: 'Bangor Jobcentre',
      gettingThere: 'Buses 5 and 67 stop outside.',
      stepFree: 'Step-free from the car park.',
      answer: 'none',
    });
  });

  it('names no place to somebody whose pages others may see', async () => {
    await database.db.write(async (q) => void (await q.update(q.tables.customers).set({ discreet: true })));
    expect(JSON.stringify(await view())).not.toMatch(/jobcentre|bus|step-free/i);
    expect(await writeHeldCalendar(deps)(link)).not.toMatch(/jobcentre/i);
  });

  it('changes nothing by being looked at', async () => {
    const before = await database.db.read((q) => q.select().from(q.tables.appointments));
    await view();
    await viewOtherTimes(deps)(link);
    await writeHeldCalendar(deps)(link);
    expect(await database.db.read((q) => q.select().from(q.tables.appointments))).toEqual(before);
    expect(await database.db.read((q) => q.select().from(q.tables.appointmentEvents))).toEqual([]);
  });

  it('takes "I’ll be there" twice as once', async () => {
    expect(await confirmHeld(deps)(link, 'request')).toBe('done');
    expect(await confirmHeld(deps)(link, 'request')).toBe('done');
    expect(await view()).toMatchObject({ answer: 'confirmed' });
    expect(await database.db.read((q) => q.select().from(q.tables.appointmentEvents))).toHaveLength(1);
  });

  it('takes a yes only to the time that was shown, of who is signed in as well', async () => {
    const own = { kind: 'own', appointmentId: appointment.id, customerId: people.customerId, seenVersion: 1 } as const;
    await change({ startsAt: appointment.startsAt + DAY, endsAt: appointment.endsAt + DAY, version: 2 });
    expect(await confirmHeld(deps)(own, 'request')).toBe('moved');
    const actor = { kind: 'customer', id: people.customerId } as const;
    const late = { appointmentId: appointment.id, actor, expectedVersion: 1 };
    expect(await confirmAppointment(deps)(late)).toEqual({ ok: false, reason: 'changed' });
    expect(await confirmHeld(deps)({ ...own, seenVersion: 2 }, 'request')).toBe('done');
  });

  it('lets a person change their mind both ways', async () => {
    await declineHeld(deps)(link, 'unwell', 'request');
    expect(await view()).toMatchObject({ answer: 'cannot_come' });
    await confirmHeld(deps)(link, 'request');
    expect(await view()).toMatchObject({ answer: 'confirmed' });
  });

  it('moves, and the old link then shows nothing but that it moved', async () => {
    const shown = await viewOtherTimes(deps)(link);
    if (shown.state !== 'open') throw new Error('expected an open appointment');
    const startsAt = shown.times[3]!;
    const moved = await moveHeld(deps)(link, startsAt, 'request');
    if (moved.answered !== 'done') throw new Error('expected a move');
    expect(moved.token).not.toBe(link.token);
    expect(await view({ ...link, token: moved.token })).toMatchObject({ state: 'open', startsAt });
    expect(await view()).toEqual({ state: 'moved', language: 'cy', phone: '01632 960100' });
  });

  it('gives the same page for the same choice again within a quarter of an hour, and only then', async () => {
    const startsAt = appointment.startsAt + DAY;
    const first = await moveHeld(deps)(link, startsAt, 'request');
    deps.clock.advance(14 * MINUTE);
    expect(await moveHeld(deps)(link, startsAt, 'request')).toEqual(first);
    expect(await moveHeld(deps)(link, startsAt + HOUR, 'request')).toEqual({ answered: 'moved' });
    deps.clock.advance(MINUTE);
    expect(await moveHeld(deps)(link, startsAt, 'request')).toEqual({ answered: 'moved' });
  });

  it('does not let the holder of an old link find out to what time staff moved it', async () => {
    const startsAt = appointment.startsAt + DAY;
    const actor = { kind: 'staff' as const, id: people.adviserId };
    expect(await moveAppointment(deps)({ appointmentId: appointment.id, startsAt, actor })).toMatchObject({ ok: true });
    expect(await moveHeld(deps)(link, startsAt, 'request')).toEqual({ answered: 'moved' });
  });

  it('says that a time is taken when somebody else has it', async () => {
    const startsAt = appointment.startsAt + DAY;
    const other = await aCustomer(deps, people);
    await anAppointment(deps, { ...people, customerId: other.id }, { startsAt });
    expect(await moveHeld(deps)(link, startsAt, 'request')).toEqual({ answered: 'taken' });
    expect(await view()).toMatchObject({ state: 'open', startsAt: appointment.startsAt });
  });

  it('puts a call on the list', async () => {
    expect(await requestHeldCall(deps)(link, 'request')).toBe('done');
    const calls = await database.db.read((q) => q.select().from(q.tables.callList));
    expect(calls).toMatchObject([{ reason: 'asked_for_call', customerId: people.customerId }]);
  });

  it('offers no other time once the appointment has begun', async () => {
    deps.clock.set(appointment.startsAt);
    expect(await viewOtherTimes(deps)(link)).toMatchObject({ state: 'open', times: [] });
  });

  it('writes a calendar file with a stable identifier and a rising sequence', async () => {
    const file = await writeHeldCalendar(deps)(link);
    expect(file).toContain(`UID:${appointment.id}@waymark`);
    expect(file).toContain('SEQUENCE:1');
    expect(file).toContain('DTSTART:20261124T143000Z');
    expect(file).not.toContain('Sioned');
  });

  describe('with a key that opens nothing', () => {
    const everything = async (key: AppointmentKey) => [
      (await view(key)).state,
      await confirmHeld(deps)(key, 'request'),
      await declineHeld(deps)(key, 'other', 'request'),
      await requestHeldCall(deps)(key, 'request'),
      (await moveHeld(deps)(key, appointment.startsAt + DAY, 'request')).answered,
    ];
    const all = (state: string) => Array.from({ length: 5 }, () => state);

    it('unknown', async () => expect(await everything({ ...link, token: 'nothing' })).toEqual(all('unknown')));
    it('ended', async () => {
      deps.clock.set(appointment.endsAt);
      expect(await everything(link)).toEqual(all('ended'));
    });
    it('cancelled', async () => {
      await change({ status: 'cancelled_by_office', version: 2 });
      expect(await everything(link)).toEqual(all('cancelled'));
    });
    it('moved by the office', async () => {
      await change({ version: 2 });
      expect(await everything(link)).toEqual(all('moved'));
    });
    it('somebody else’s, signed in', async () => {
      const other = await aCustomer(deps, people);
      const key = { kind: 'own' as const, appointmentId: appointment.id, customerId: other.id };
      expect(await everything(key)).toEqual(all('unknown'));
    });
    it('opened too often', async () => {
      for (let use = 0; use < 60; use += 1) await view();
      expect(await view()).toEqual({ state: 'too_many', language: null, phone: '01632 960100' });
    });
  });
});
