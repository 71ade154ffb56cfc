import { and, eq, gt, lt } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { instantAt } from '~/domain/time/wall-clock';
import { moveHeld } from '~/services/answer-held-appointment.server';
import { bookAppointment } from '~/services/book-appointment.server';
import { viewOtherTimes } from '~/services/view-held-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

const ROUNDS = 200;
const NOW = Date.parse('2026-11-23T08:00:00Z');
const SLOT = instantAt('2026-11-25', '10:00', 'Europe/London');

describeOnBothDatabases('two people who press the same free time at the same moment', (dialect) => {
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

  const portals = () => [testDeps(database.db), testDeps(second)].map((deps) => (deps.clock.set(NOW), deps));

  async function twoPeople() {
    const [deps] = portals();
    const office = await anOffice(deps!);
    const adviser = await aMemberOfStaff(deps!, office.id);
    await availableAllWeek(deps!, adviser.id);
    const owner = { officeId: office.id, adviserId: adviser.id };
    return { deps: deps!, owner, customers: [await aCustomer(deps!, owner), await aCustomer(deps!, owner)] };
  }
  /** Who has the time, or part of it. */
  const holders = (adviserId: string) =>
    database.db.read((q) => {
      const { appointments: a } = q.tables;
      return q
        .select({ id: a.id })
        .from(a)
        .where(
          and(
            eq(a.adviserId, adviserId),
            eq(a.status, 'booked'),
            gt(a.endsAt, SLOT),
            lt(a.startsAt, SLOT + 30 * MINUTE),
          ),
        );
    });
  const cancel = (id: string) =>
    database.db.write(async (q) => {
      const { appointments } = q.tables;
      await q.update(appointments).set({ status: 'cancelled_by_office' }).where(eq(appointments.id, id));
    });

  it(`one gets it and the other is offered others, ${ROUNDS} times`, { timeout: 60_000 }, async () => {
    const { deps, owner, customers } = await twoPeople();
    const [first, other] = portals();
    // One of the two has to move on after each round, so that they want the time again.
    const held = await Promise.all(
      customers.map(({ id }, n) =>
        anAppointment(deps, { ...owner, customerId: id }, { startsAt: NOW + 9 * DAY + n * HOUR }),
      ),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const keys = held.map(({ id, customerId }) => ({ kind: 'own' as const, appointmentId: id, customerId }));
      const results = await Promise.all([
        moveHeld(first!)(keys[0]!, SLOT, `round-${round}`),
        moveHeld(other!)(keys[1]!, SLOT, `round-${round}`),
      ]);
      expect(results.map(({ answered }) => answered).sort()).toEqual(['done', 'taken']);
      expect(await holders(owner.adviserId)).toHaveLength(1);

      const winner = results.findIndex(({ answered }) => answered === 'done');
      if (round === 0) {
        const offered = await viewOtherTimes(deps)(keys[1 - winner]!);
        const times = 'times' in offered ? offered.times : [];
        expect(times.length).toBeGreaterThan(3);
        expect(times).not.toContain(SLOT);
      }
      await cancel(held[winner]!.id);
      const { customerId } = held[winner]!;
      held[winner] = await anAppointment(deps, { ...owner, customerId }, { startsAt: NOW + 9 * DAY });
    }
  });

  it('nor do a booking and a move share it', { timeout: 60_000 }, async () => {
    const { deps, owner, customers } = await twoPeople();
    const [mover, booker] = customers;
    for (let round = 0; round < 20; round += 1) {
      const held = await anAppointment(deps, { ...owner, customerId: mover!.id }, { startsAt: NOW + 9 * DAY });
      const [one, other] = portals();
      const [moved, booked] = await Promise.all([
        moveHeld(one!)({ kind: 'own', appointmentId: held.id, customerId: mover!.id }, SLOT, 'move'),
        bookAppointment(other!)({
          ...{ ...owner, customerId: booker!.id, kind: 'review', mode: 'in_person', purpose: '', startsAt: SLOT },
          ...{ durationMinutes: 30, actor: { kind: 'staff', id: owner.adviserId } },
        }),
      ]);
      expect([moved.answered === 'done', booked.ok].filter(Boolean)).toHaveLength(1);
      const [holder, ...others] = await holders(owner.adviserId);
      expect(others).toEqual([]);
      await cancel(holder!.id);
      await cancel(held.id);
    }
  });
});
