import { asc, eq } from 'drizzle-orm';
import type { TestDatabase } from './databases';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { saveAppointments, type AppointmentToSave } from '~/services/save-appointments.server';
import { anEngine } from './engine';
import { anAppointment, availableAllWeek } from './factories';

/** Nine in the morning of Monday 23 November. */
export const NOW = Date.parse('2026-11-23T09:00:00Z');

/** An office whose adviser sees people all week, people who wait, and what came of the offers to them. */
export async function aFreedTimesWorld(database: TestDatabase) {
  const engine = await anEngine(database);
  const { deps, office, adviser } = engine;
  deps.clock.set(NOW);
  await availableAllWeek(deps, adviser.id);
  const team = { officeId: office.id, adviserId: adviser.id };
  let count = 0;
  const number = () => `+4477009001${String((count += 1)).padStart(2, '0')}`;

  /** Somebody with an appointment a week from now who asked to come sooner, so many minutes ago. */
  async function waits(
    firstName: string,
    options: {
      customer?: Parameters<typeof engine.customer>[0];
      appointment?: Parameters<typeof anAppointment>[2];
      askedAgo?: number;
    } = {},
  ) {
    const mobile = number();
    const customer = await engine.customer({ firstName, ...(options.customer ?? { mobile }) });
    const startsAt = NOW + 7 * DAY + count * HOUR;
    const appointment = await anAppointment(deps, { ...team, customerId: customer.id }, { startsAt, ...options.appointment }); // prettier-ignore
    const askedAt = deps.clock.now() - (options.askedAgo ?? 60 - count) * MINUTE;
    await deps.db.write((q) =>
      q.insert(q.tables.earlierWishes).values({ appointmentId: appointment.id, customerId: customer.id, askedAt }),
    );
    return { firstName, mobile, customerId: customer.id, id: appointment.id, startsAt: appointment.startsAt };
  }

  /** An appointment tomorrow at ten, unless told otherwise, that its office has called off. */
  async function freed(startsAt = NOW + 25 * HOUR, fields: Parameters<typeof anAppointment>[2] = {}) {
    const { id: customerId } = await engine.customer({ firstName: 'Nia' });
    const row = await anAppointment(deps, { ...team, customerId }, { startsAt, ...fields });
    await tell({ ...row, status: 'cancelled_by_office' });
    return row;
  }

  /** What a file says of an appointment. */
  const tell = (row: Omit<AppointmentToSave, 'purpose' | 'bring'> & { purpose: string; bring: string }) =>
    deps.db.write((q) => saveAppointments(q, deps, [row], { kind: 'import', id: null }));

  const slots = () => deps.db.read((q) => q.select().from(q.tables.freedSlots).orderBy(asc(q.tables.freedSlots.id)));
  const offers = () =>
    deps.db.read((q) =>
      q
        .select({ offer: q.tables.slotOffers, firstName: q.tables.customers.firstName })
        .from(q.tables.slotOffers)
        .innerJoin(q.tables.customers, eq(q.tables.customers.id, q.tables.slotOffers.customerId))
        .orderBy(asc(q.tables.slotOffers.offeredAt), asc(q.tables.slotOffers.id)),
    );
  /** Who was asked and how it stands, in order: "Bryn offered". */
  const story = async () => (await offers()).map(({ offer, firstName }) => `${firstName} ${offer.status}`);
  const offerOf = async (firstName: string) => (await offers()).findLast((one) => one.firstName === firstName)!.offer;
  const startOf = async (id: string) => {
    const [row] = await deps.db.read((q) =>
      q.select().from(q.tables.appointments).where(eq(q.tables.appointments.id, id)),
    );
    return row!.startsAt;
  };

  return {
    ...{ engine, deps, office, adviser, team, waits, freed, tell, slots, offers, story, offerOf, startOf, number },
    round: () => offerFreedTimes(deps)(),
  };
}

export type FreedTimesWorld = Awaited<ReturnType<typeof aFreedTimesWorld>>;
