import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { clashes } from '~/domain/appointment/clashes';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { bookAppointment } from '~/services/book-appointment.server';
import { listFreeTimes } from '~/services/list-free-times.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { createRandom } from '@db/seed/random';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice, availableAllWeek } from '../support/factories';

/** `BOOKING_SECONDS=60` for a full minute; otherwise a few rounds of each. */
const SECONDS = Number(process.env.BOOKING_SECONDS ?? 0);
const ROUNDS = 25;
const NOW = Date.parse('2026-11-23T08:00:00Z');

describeOnBothDatabases('four advisers and two customers who book and move at once', (dialect) => {
  let database: TestDatabase;
  let second: Db;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    // Another portal, with connections of its own.
    second = openDatabase(database.url);
  });
  afterAll(async () => {
    await second.close();
    await database.drop();
  });

  it('never make an error or a double booking', { timeout: (SECONDS + 120) * 1000 }, async () => {
    const portals = [testDeps(database.db), testDeps(second)].map((deps) => (deps.clock.set(NOW), deps));
    const [deps] = portals as [(typeof portals)[number]];
    const office = await anOffice(deps);
    const advisers: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      advisers.push((await aMemberOfStaff(deps, office.id)).id);
      await availableAllWeek(deps, advisers[n]!);
    }
    const team = { officeId: office.id, adviserId: advisers[0]! };
    const customers: string[] = [];
    for (let n = 0; n < 12; n += 1) customers.push((await aCustomer(deps, team)).id);
    const rooms = [deps.newId(), deps.newId(), deps.newId()];
    await deps.db.write((q) =>
      q
        .insert(q.tables.places)
        .values(rooms.map((id) => ({ id, officeId: office.id, kind: 'room' as const, name: 'Room' }))),
    );

    const figures: Record<string, number> = {};
    const count = (what: string) => (figures[what] = (figures[what] ?? 0) + 1);
    const ids: string[] = [];
    const until = performance.now() + SECONDS * 1000;
    const goesOn = (round: number) => (SECONDS > 0 ? performance.now() < until : round < ROUNDS);

    /** Books for anybody with anybody, in few rooms and at few times, so that they are in each other's way; and moves. */
    async function adviser(n: number) {
      const [mine, random] = [portals[n % 2]!, createRandom(n + 1)];
      const actor = { kind: 'staff' as const, id: advisers[n]! };
      for (let round = 0; goesOn(round); round += 1) {
        const startsAt = NOW + DAY * random.between(1, 4) + HOUR + random.between(0, 30) * 15 * MINUTE;
        const moves = ids.length > 20 || (ids.length > 0 && random.chance(0.4));
        try {
          const answer = moves
            ? await moveAppointment(mine)({ appointmentId: random.pick(ids), startsAt, actor, override: true })
            : await bookAppointment(mine)({
                ...{ customerId: random.pick(customers), adviserId: random.pick(advisers), officeId: office.id },
                ...{ kind: 'review', mode: 'in_person', purpose: '', startsAt, durationMinutes: 30, actor },
                ...{ details: { placeId: random.pick(rooms) }, override: true },
              });
          count(`${moves ? 'move' : 'book'} ${answer.ok ? 'ok' : answer.reason}`);
          if (answer.ok && 'appointmentId' in answer) ids.push(answer.appointmentId);
        } catch (error) {
          count(`error ${String(error)}`);
        }
      }
    }
    /** Moves what they have to a time that they are offered. */
    async function customer(n: number) {
      const [mine, random] = [portals[n % 2]!, createRandom(n + 100)];
      const actor = { kind: 'customer' as const, id: customers[n]! };
      const held = { customerId: customers[n]!, adviserId: advisers[n]!, officeId: office.id };
      const first = await bookAppointment(mine)({
        ...{ ...held, kind: 'review', mode: 'in_person', purpose: '', startsAt: NOW + (8 + n) * DAY + 2 * HOUR },
        ...{ durationMinutes: 30, actor: { kind: 'staff', id: advisers[n]! }, override: true },
      });
      if (!first.ok) throw new Error(first.reason);
      for (let round = 0; goesOn(round); round += 1) {
        try {
          const times = await listFreeTimes(mine)({ appointmentId: first.appointmentId });
          if (times.length === 0) continue;
          const { startsAt } = random.pick(times);
          const answer = await moveAppointment(mine)({ appointmentId: first.appointmentId, startsAt, actor });
          count(`customer ${answer.ok ? 'ok' : answer.reason}`);
        } catch (error) {
          count(`error ${String(error)}`);
        }
      }
    }
    await Promise.all([...[0, 1, 2, 3].map(adviser), ...[0, 1].map(customer)]);

    const rows = await deps.db.read((q) => q.select().from(q.tables.appointments));
    const doubles = rows.flatMap((one, n) =>
      rows
        .slice(n + 1)
        .filter((other) => clashes(one, other, 0))
        .filter((other) => one.adviserId === other.adviserId || (one.placeId && one.placeId === other.placeId)),
    );
    if (SECONDS > 0) console.log(dialect, { ...figures, appointments: rows.length, doubles: doubles.length });
    expect(doubles).toEqual([]);
    expect(Object.keys(figures).filter((what) => what.startsWith('error'))).toEqual([]);
    expect(rows.length).toBe(ids.length + 2);
    expect(figures['book ok']).toBeGreaterThan(5);
  });
});
