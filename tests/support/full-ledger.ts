import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { TestDatabase } from './new-database';
import { testDeps } from './deps';
import { aMemberOfStaff, anOffice } from './factories';
import { fakeClock } from './fake-clock';

/**
 * Fills a database with so many reminders that are due at `now` (ms), two for each customer; each text is unlike every
 * other because its link is.
 */
export async function fillLedger(database: TestDatabase, messages: number, now: number): Promise<void> {
  const deps = testDeps(database.db, { clock: fakeClock(now) });
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  const customers = Array.from({ length: messages / 2 }, (_, n) => ({
    id: deps.newId(),
    // Ofcom’s drama numbers; after a thousand, numbers too long to be anybody’s.
    mobile: `+447700900${String(n).padStart(3, '0')}`,
    ref: `FULL${n}`,
  }));
  const appointments = customers.flatMap(({ id: customerId, ref }) =>
    [1, 2].map((day) => ({ id: deps.newId(), ref: `${ref}-${day}`, customerId, startsAt: now + day * DAY })),
  );
  const people = customers.map(({ id, ref }) => ({
    ...{ id, ref, officeId: office.id, adviserId: adviser.id, firstName: 'Aled', lastName: 'Hughes' },
    ...{ language: 'en' as const, createdAt: now, updatedAt: now },
  }));
  const points = customers.map(({ id, mobile }) => ({
    ...{ id: deps.newId(), customerId: id, kind: 'mobile' as const, value: deps.vault.seal(mobile) },
    ...{ valueIndex: deps.vault.index(mobile), verifiedAt: now, createdAt: now },
  }));
  const booked = appointments.map(({ id, ref, customerId, startsAt }) => ({
    ...{ id, ref, customerId, adviserId: adviser.id, officeId: office.id, kind: 'review', mode: 'in_person' as const },
    ...{ startsAt, endsAt: startsAt + 30 * MINUTE, status: 'booked' as const, bookedAt: now, updatedAt: now },
  }));
  const times = (startsAt: number) => ({ notBefore: now, sendBy: startsAt - HOUR, createdAt: now });
  const reminders = appointments.map(({ id, startsAt }) => ({
    ...{ id: deps.newId(), appointmentId: id, appointmentVersion: 1, rule: 'one_day_before' as const },
    ...{ policy: 'default-1', ...times(startsAt) },
  }));
  const attempts = appointments.map(({ id, customerId, startsAt }, n) => ({
    ...{ id: deps.newId(), reminderId: reminders[n]!.id, appointmentId: id, customerId },
    ...{ purpose: 'reminder' as const, language: 'en' as const, status: 'planned' as const, ...times(startsAt) },
  }));
  const parts = <T>(rows: T[]) =>
    Array.from({ length: Math.ceil(rows.length / 250) }, (_, n) => rows.slice(n * 250, n * 250 + 250));
  await database.db.write(async (q) => {
    for (const part of parts(people)) await q.insert(q.tables.customers).values(part);
    for (const part of parts(points)) await q.insert(q.tables.contactPoints).values(part);
    for (const part of parts(booked)) await q.insert(q.tables.appointments).values(part);
    for (const part of parts(reminders)) await q.insert(q.tables.reminders).values(part);
    for (const part of parts(attempts)) await q.insert(q.tables.messages).values(part);
  });
}
