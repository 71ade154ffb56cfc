import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase, type Db, type Queryable } from '@db/client.server';
import { lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { lockUnfilledSlots } from '@db/queries/freed-slots.server';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { answerOffer } from '~/services/answer-offer.server';
import { bookAppointment } from '~/services/book-appointment.server';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { answerOfferAsStaff, offerSlotNow, stopOffering } from '~/services/offer-as-staff.server';
import { newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aFreedTimesWorld, NOW, type FreedTimesWorld } from '../support/freed-times-world';

describe.skipIf(!inject('postgresUrl'))('offers, answers and bookings at once (PostgreSQL)', () => {
  let database: TestDatabase;
  let second: Db;
  let world: FreedTimesWorld;
  /** How often a transaction was begun again, because the database had ended it: two had waited for each other. */
  let again = 0;
  beforeEach(async () => {
    database = await newDatabase('postgres');
    second = openDatabase(database.url);
    world = await aFreedTimesWorld(database);
    again = 0;
  });
  afterEach(async () => {
    await second.close();
    await database.drop();
  });

  const counted = (db: Db): Db => ({
    ...db,
    write(fn) {
      let begun = 0;
      return db.write((q) => {
        again += begun === 0 ? 0 : 1;
        begun += 1;
        return fn(q);
      });
    },
  });
  const portal = (db: Db) => {
    const deps = testDeps(counted(db), { senders: [world.engine.sms, world.engine.email] });
    deps.clock.set(world.deps.clock.now());
    return deps;
  };
  const staff = () => ({ id: world.adviser.id, officeId: world.office.id }) as Parameters<ReturnType<typeof offerSlotNow>>[0]['staff']; // prettier-ignore

  /** Waits until somebody waits for a lock. */
  async function untilOneWaits(): Promise<void> {
    const asked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await second.pool!.query(asked)).rowCount, { interval: 5 }).toBeGreaterThan(0);
  }
  /** Somebody has the first lock; `other` begins and comes to wait for it; then they take the next. */
  async function meet(first: (q: Queryable) => Promise<unknown>, next: typeof first, other: () => Promise<unknown>) {
    let begun: Promise<unknown> = Promise.resolve();
    await portal(database.db).db.write(async (q) => {
      await first(q);
      begun = other();
      await untilOneWaits();
      await next(q);
    });
    return begun;
  }

  it('who books for somebody is not waited for in a ring by who offers them a time', async () => {
    const aled = await world.waits('Aled');
    await world.freed();
    const asked = await meet(
      (q) => lockCustomerTies(q, aled.customerId),
      (q) => lockAdviser(q, world.adviser.id),
      offerFreedTimes(portal(second)),
    );
    expect({ asked, again }).toEqual({ asked: 1, again: 0 });
  });

  it('nor is who moves an appointment by the office that offers a time again', async () => {
    await world.waits('Aled');
    await world.freed();
    const [{ id: slotId } = { id: '' }] = await world.slots();
    const offered = await meet(
      (q) => lockAdviser(q, world.adviser.id),
      (q) => lockUnfilledSlots(q, { adviserIds: [world.adviser.id], now: NOW }),
      () => offerSlotNow(portal(second))({ staff: staff(), slotId }),
    );
    expect({ offered, again }).toEqual({ offered: { ok: true, asked: 1 }, again: 0 });
  });

  it('no two ever wait for each other, and each time goes to one', { timeout: 60_000 }, async () => {
    const people: Awaited<ReturnType<FreedTimesWorld['waits']>>[] = [];
    for (let n = 0; n < 12; n += 1) people.push(await world.waits(`P${n}`));
    for (let round = 0; round < 8; round += 1) {
      const at = NOW + DAY + HOUR + round * 30 * MINUTE;
      await world.freed(at);
      await world.freed(at + DAY);
      const [one, other] = [portal(database.db), portal(second)];
      const slots = await world.slots();
      const actor = { kind: 'staff' as const, id: world.adviser.id };
      const team = { ...world.team, kind: 'review', mode: 'phone' as const, purpose: '', durationMinutes: 30 };
      const books = (deps: typeof one, n: number) =>
        bookAppointment(deps)({ ...team, customerId: people[n]!.customerId, startsAt: at + 14 * DAY, actor });
      const offersNow = (deps: typeof one, n: number) =>
        offerSlotNow(deps)({ staff: staff(), slotId: slots.at(n)!.id });
      await Promise.all([
        offerFreedTimes(one)(),
        offerFreedTimes(other)(),
        offersNow(one, -1),
        stopOffering(other)({ staff: staff(), slotId: slots.at(-2)!.id }),
        offersNow(other, -2),
        books(one, round),
        books(other, round + 1),
      ]);
      const open = (await world.offers()).map(({ offer }) => offer).filter(({ status }) => status === 'offered');
      await Promise.all([
        ...open.map(({ id: offerId }, n) =>
          n % 3 === 2
            ? answerOfferAsStaff(one)({ staff: staff(), offerId, answer: n % 2 ? 'yes' : 'no', requestId: 'r' })
            : answerOffer(n % 2 ? one : other)({ offerId, answer: 'yes', actor }),
        ),
        offerFreedTimes(other)(),
        offersNow(one, -1),
      ]);
      world.deps.clock.advance(3 * MINUTE);
    }
    expect(again).toBe(0);
    const rows = await world.offers();
    const yes = rows.filter(({ offer }) => offer.status === 'accepted').map(({ offer }) => offer.slotId);
    expect(yes.length).toBeGreaterThan(3);
    expect(new Set(yes).size).toBe(yes.length);
  });
});
