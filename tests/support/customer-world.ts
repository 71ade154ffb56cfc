import type { Deps } from '~/services/deps';
import { aCustomer, aLink, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from './factories';

/**
 * Aled Hughes of Bangor, who meets Sioned on Tuesday 24 November 2026 at 2:30pm and has everything that a first page
 * can show; and Nia, who has nothing.
 */
export async function aCustomerWorld(deps: Deps) {
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  await availableAllWeek(deps, adviser.id);
  const staffed = { officeId: office.id, adviserId: adviser.id };
  const aled = await aCustomer(deps, staffed, { mobile: '+447700900123', homeArea: 'LL57' });
  const nia = await aCustomer(deps, staffed, { firstName: 'Nia', email: 'nia@post.example' });
  const meet = (customerId: string, startsAt: string, more: Parameters<typeof anAppointment>[2] = {}) =>
    anAppointment(deps, { customerId, ...staffed }, { startsAt: Date.parse(startsAt), ...more });
  const appointment = await meet(aled.id, '2026-11-24T14:30:00Z');
  await meet(aled.id, '2026-12-08T10:00:00Z', { mode: 'phone' });
  await deps.db.write(async (q) => {
    const { areas, clubs, steps } = q.tables;
    await q.insert(areas).values({ code: 'LL57', name: 'Bangor', latitude: 53.227, longitude: -4.129 });
    await q.insert(clubs).values({
      id: deps.newId(),
      ref: 'CLUB1',
      name: 'Maesgeirchen work club',
      place: 'Tŷ Cegin',
      address: 'Maesgeirchen, Bangor',
      postcode: 'LL57 1LR',
      latitude: 53.229,
      longitude: -4.11,
      weekday: 4,
      fromTime: '10:00',
      toTime: '12:00',
    });
    await q.insert(steps).values({
      id: deps.newId(),
      customerId: aled.id,
      action: 'Ring the college about the forklift course',
      owner: 'customer',
      dueOn: '2026-11-27',
      createdAt: deps.clock.now(),
    });
  });
  const link = `/a/${await aLink(deps, appointment)}`;
  return { office, adviser, aled, nia, appointment, link, meet };
}

export type CustomerWorld = Awaited<ReturnType<typeof aCustomerWorld>>;

/** The newest sign-in code that was written for a customer. */
export async function newestSignInCode(deps: Deps, customerId: string): Promise<string> {
  const messages = await deps.db.read((q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
  const message = messages.findLast((one) => one.customerId === customerId && one.purpose === 'sign_in_code');
  if (!message?.body) throw new Error('no code was sent');
  return /\d{6}/.exec(deps.vault.open(message.body))![0];
}

/** A text that arrived, one that did not and the email after it, and a reminder that is planned. */
export async function someMessages(deps: Deps, appointment: { id: string; customerId: string; startsAt: number }) {
  const now = deps.clock.now();
  const about = { appointmentId: appointment.id, customerId: appointment.customerId };
  const times = { notBefore: now, sendBy: appointment.startsAt - 1, createdAt: now };
  const past = [
    { channel: 'sms', status: 'delivered', reason: 'mobile_works', to: '+447700900123' },
    { channel: 'sms', status: 'undelivered', reason: 'undelivered:30003', to: '+447700900123' },
    { channel: 'email', status: 'delivered', reason: 'next_after_failure', to: 'aled.hughes@mail.example' },
  ] as const;
  await deps.db.write(async (q) => {
    for (const rule of ['booked', 'three_days_before', 'one_day_before'] as const) {
      const reminder = { id: deps.newId(), appointmentId: appointment.id, appointmentVersion: 1, rule };
      await q.insert(q.tables.reminders).values({ ...reminder, policy: 'default-1', ...times });
      const message = { ...about, ...times, reminderId: reminder.id, purpose: 'reminder', language: 'en' } as const;
      if (rule === 'one_day_before') {
        const later = { ...message, notBefore: now + 3_600_000, status: 'planned' as const };
        await q.insert(q.tables.messages).values({ id: deps.newId(), ...later });
      } else
        for (const [index, { to, ...sent }] of past
          .slice(rule === 'booked' ? 0 : 1, rule === 'booked' ? 1 : 3)
          .entries())
          await q.insert(q.tables.messages).values({
            ...{ ...message, ...sent, id: deps.newId(), attempt: index + 1, provider: 'outbox' },
            ...{ recipient: deps.vault.seal(to), claimedAt: now, finishedAt: now },
          });
    }
  });
}
