import { bookAppointment } from '~/services/book-appointment.server';
import { DAY, MINUTE } from '~/domain/clock';
import { weekdayOf, wallClockOf } from '~/domain/time/wall-clock';
import { testDeps } from '../tests/support/deps';
import { aMemberOfStaff, anOffice, availableAllWeek } from '../tests/support/factories';
import { fakeClock } from '../tests/support/fake-clock';
import { makeDatabase, type TestDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { countOf, ratioOf, type Figure } from './figure';
import { readRows, together, writeRows } from './raw-rows';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const HALF_HOURS = 14;
const FIRST_AT = 9.5 * 60;

/**
 * Appointments booked one after the other as the portal books them: the time is looked at, the rows are written and the
 * reminders planned, in a transaction each. Beside bare inserts of the same rows, in as many transactions and in a few.
 */
export const plan: Bench = {
  name: 'plan',
  async run({ quick, postgres, say }) {
    const count = quick ? 100 : 10_000;
    const figures: Figure[] = [];
    for (const [label, server] of [
      ['SQLite', 'sqlite'],
      ['PostgreSQL', postgres],
    ] as const) {
      if (!server) continue;
      say(`${label}: ${count.toLocaleString('en-GB')} appointments`);
      const database = await makeDatabase(server);
      const others = [await makeDatabase(server), await makeDatabase(server)] as const;
      try {
        const wishes = await fill(database, count);
        const { seconds, processorMs } = await book(database, wishes);
        const { before, appointments } = await readRows(database.db, false);
        if (appointments.length !== count) throw new Error(`${appointments.length} of ${count} were booked`);
        const [each, batched] = [appointments, together(appointments, 500)];
        for (const other of others) await writeRows(other.db, [before]);
        const rate = count / seconds;
        const rawEach = count / (await writeRows(others[0].db, each));
        const rawBatched = count / (await writeRows(others[1].db, batched));
        const what = `book ${count.toLocaleString('en-GB')} (${label})`;
        figures.push(
          ratioOf(`${what}, beside bare inserts, a commit each`, 'appointments/s', rate, rawEach, null),
          ratioOf(`${what}, beside bare inserts, 500 to a commit`, 'appointments/s', rate, rawBatched, null),
          countOf(`processor time of a booking (${label})`, 'ms', processorMs / count, null),
        );
      } finally {
        for (const one of [database, ...others]) await one.drop();
      }
    }
    return figures;
  },
};

/** An office whose diaries have room for so many appointments, and what is wished for: a customer has one a day at most. */
async function fill({ db }: TestDatabase, count: number) {
  const deps = testDeps(db, { clock: fakeClock(NOW) });
  const office = await anOffice(deps);
  const advisers = Math.ceil(count / 130);
  // So few for each that none is further ahead than the portal lets anybody book.
  const ids: { adviser: string; customers: string[] }[] = [];
  for (let n = 0; n < advisers; n += 1) {
    const adviser = await aMemberOfStaff(deps, office.id);
    await availableAllWeek(deps, adviser.id);
    const customers = Array.from({ length: HALF_HOURS }, () => deps.newId());
    ids.push({ adviser: adviser.id, customers });
    const person = { officeId: office.id, adviserId: adviser.id, firstName: 'Aled', lastName: 'Hughes', language: 'en' as const, createdAt: NOW, updatedAt: NOW }; // prettier-ignore
    await db.write((q) => q.insert(q.tables.customers).values(customers.map((id) => ({ ...person, id, ref: id }))));
  }
  return Array.from({ length: count }, (_, n) => {
    const { adviser, customers } = ids[n % advisers]!;
    const turn = Math.floor(n / advisers);
    const slot = turn % HALF_HOURS;
    const day = workingDay(Math.floor(turn / HALF_HOURS) + 1);
    return { officeId: office.id, adviserId: adviser, customerId: customers[slot]!, startsAt: day + (FIRST_AT + slot * 30) * MINUTE }; // prettier-ignore
  });
}

/** Midnight (UTC, which is London's time then) of the nth working day from today on. */
function workingDay(n: number): number {
  let day = Math.floor(NOW / DAY) * DAY;
  for (let left = n; left > 0;) {
    day += DAY;
    if (weekdayOf(wallClockOf(day, 'UTC').date) <= 5) left -= 1;
  }
  return day;
}

async function book({ db }: TestDatabase, wishes: Awaited<ReturnType<typeof fill>>) {
  const booking = bookAppointment(testDeps(db, { clock: fakeClock(NOW) }));
  const began = performance.now();
  const idle = process.cpuUsage();
  for (const wish of wishes) {
    const about = { kind: 'review', mode: 'in_person' as const, durationMinutes: 30, purpose: 'Look at your week' };
    const booked = await booking({ ...wish, ...about, actor: { kind: 'customer', id: wish.customerId } });
    if (!booked.ok) throw new Error(`an appointment was not booked: ${booked.reason}`);
  }
  const { user, system } = process.cpuUsage(idle);
  return { seconds: (performance.now() - began) / 1000, processorMs: (user + system) / 1000 };
}
