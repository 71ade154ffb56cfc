import type { Composition } from '~/composition.server';
import { SECOND } from '~/domain/clock';
import { addDays } from '~/domain/time/wall-clock';
import { importAppointments } from '~/services/import-appointments.server';
import { csvOf, keepingListener } from '../csv-text';
import type { Street } from './customers-do';
import { STAFF_PASSWORD } from './town';
import { aVisitor } from './visitor';

/** What advisers do, and what the office's file says meanwhile. */
export function staffOf({ town, balancer, tally, random, now }: Street, composition: Composition) {
  const { deps } = composition;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const advisers = town.advisers.map((adviser, n) => ({
    adviser,
    visitor: aVisitor(balancer, `198.18.100.${n}`),
    triedAt: 0,
  }));
  type Desk = (typeof advisers)[number];
  let files = 0;
  const mobiles = new Map<string, string>();

  async function signIn({ adviser, visitor }: Desk): Promise<void> {
    const code = deps.oneTimePasswords.codeAt(adviser.totpSecret, now());
    const answer = await visitor.post('/staff/sign-in', { email: adviser.email, password: STAFF_PASSWORD, code });
    tally.count(answer.status === 303 ? 'advisers signed in' : `sign-ins of advisers refused (${answer.status})`);
  }

  async function record({ adviser, visitor }: Desk): Promise<void> {
    const outcome = pick(['attended', 'late', 'failed_to_attend', 'excused']);
    const answer = await visitor.post(`/staff/appointments/${pick(adviser.past)}/outcome`, { outcome, back: '/staff/day' }); // prettier-ignore
    const eventId = /undo=([0-9a-f-]{36})/.exec(answer.location)?.[1];
    if (eventId) tally.add({ kind: 'recorded', eventId });
    tally.count(answer.status === 303 ? 'outcomes recorded' : `outcomes not recorded (${answer.status})`);
  }

  async function book({ adviser, visitor }: Desk): Promise<void> {
    const customer = pick(adviser.customers);
    const page = await visitor.get(`/staff/customers/${customer.id}/booking?kind=review&mode=in_person&minutes=30&adviser=${adviser.id}`); // prettier-ignore
    const free = [...page.page.matchAll(/at=(\d{13})/g)].map(([, at]) => at!);
    if (free.length === 0) return tally.count('no time to book');
    const at = free[0]!;
    const path = `/staff/customers/${customer.id}/booking`;
    const query = new URLSearchParams({ kind: 'review', mode: 'in_person', minutes: '30', adviser: adviser.id, at });
    const confirm = await visitor.get(`${path}?${query}`);
    const key = /name="key" value="([0-9a-f-]{36})"/.exec(confirm.page)?.[1];
    if (!key) return tally.count(`bookings not offered (${confirm.status})`);
    const answer = await visitor.post(path, { ...Object.fromEntries(query), key, typed: '', purpose: 'Talk', bring: '' }); // prettier-ignore
    const appointmentId = /done=booked&about=([0-9a-f-]{36})/.exec(answer.location)?.[1];
    if (!appointmentId) return tally.count(`bookings refused (${answer.status})`);
    customer.appointmentIds.push(appointmentId);
    tally.add({ kind: 'booked', appointmentId, customerId: customer.id });
    tally.count('booked by advisers');
  }

  async function callOff({ adviser, visitor }: Desk): Promise<void> {
    const extra = adviser.customers.filter(({ appointmentIds }) => appointmentIds.length > 1);
    const customer = pick(extra);
    if (!customer) return;
    const id = customer.appointmentIds.at(-1)!;
    const answer = await visitor.post(`/staff/appointments/${id}/cancel`, { reason: 'adviser_away' });
    const eventId = /done=appointment_cancelled.*undo=([0-9a-f-]{36})/.exec(answer.location)?.[1];
    if (eventId) {
      customer.appointmentIds = customer.appointmentIds.filter((one) => one !== id);
      tally.add({ kind: 'recorded', eventId });
    }
    tally.count(eventId ? 'called off by advisers' : `calling off refused (${answer.status})`);
  }

  async function oneThing(): Promise<void> {
    const desk = pick(advisers);
    if (!desk.visitor.hasCookie('session')) {
      // A code works once: whoever was not let in waits for the next.
      if (now() - desk.triedAt < 31 * SECOND) return;
      desk.triedAt = now();
      return signIn(desk);
    }
    const day = await desk.visitor.get('/staff/day');
    if (day.status === 303) return desk.visitor.forget();
    tally.count('looks at the day');
    const chance = random();
    if (chance < 0.5) await record(desk);
    else if (chance < 0.75) await book(desk);
    else if (chance < 0.85) await callOff(desk);
  }

  /**
   * One of three small files, again and again: each time its people come two hours later, or earlier again. In the evening,
   * when nobody else books.
   */
  async function importFile(): Promise<void> {
    const which = files % 3;
    const round = Math.floor(files / 3) % 2;
    files += 1;
    const date = addDays(town.today, 3);
    const rows = [0, 1, 2, 3].map((n) => {
      const person = `${which}-${n}`;
      if (!mobiles.has(person)) mobiles.set(person, town.newNumber());
      return {
        ...{ appointment_ref: `F${person}`, customer_ref: `FC${person}`, first_name: 'Nia', last_name: 'Rees' },
        ...{ mobile: mobiles.get(person)!, adviser_ref: `FILE${which}`, adviser_name: 'Sioned Parry' },
        ...{ office_ref: town.office.ref, kind: 'review', mode: 'in_person', duration_minutes: '30', status: 'booked' },
        ...{ starts_at: `${date}T${18 + 2 * round + (n >> 1)}:${n % 2 ? '30' : '00'}` },
      };
    });
    const kept = keepingListener();
    const done = await importAppointments(deps)(csvOf(Object.keys(rows[0]!), rows), kept.listener, { dryRun: false });
    if (!done.outcome.ok || kept.rejected.length > 0) return tally.count('files not taken');
    for (const { appointment_ref: ref } of rows) tally.add({ kind: 'imported', ref });
    tally.count('files imported');
  }

  return { oneThing, importFile };
}
