import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** When a customer said that they would take an earlier time (ms); null when they have not, or have taken it back. */
export async function findEarlierWish(q: Queryable, appointmentId: string): Promise<number | null> {
  const { earlierWishes: wishes } = q.tables;
  const [row] = await q
    .select({ askedAt: wishes.askedAt })
    .from(wishes)
    .where(and(eq(wishes.appointmentId, appointmentId), isNull(wishes.withdrawnAt)));
  return row?.askedAt ?? null;
}

/** Keeps the wish; while it stands, asking again changes nothing, so that nobody loses their place. */
export async function saveEarlierWish(
  q: Queryable,
  wish: { appointmentId: string; customerId: string; askedAt: number },
): Promise<void> {
  const { earlierWishes: wishes } = q.tables;
  if ((await findEarlierWish(q, wish.appointmentId)) !== null) return;
  await q
    .insert(wishes)
    .values({ ...wish, withdrawnAt: null })
    .onConflictDoUpdate({ target: wishes.appointmentId, set: { askedAt: wish.askedAt, withdrawnAt: null } });
}

/** Takes the wish back, if there is one that stands. */
export async function withdrawEarlierWish(q: Queryable, params: { appointmentId: string; now: number }): Promise<void> {
  const { earlierWishes: wishes } = q.tables;
  await q
    .update(wishes)
    .set({ withdrawnAt: params.now })
    .where(and(eq(wishes.appointmentId, params.appointmentId), isNull(wishes.withdrawnAt)));
}

/** Everybody of an office with an appointment to come after `now` (ms) who would take an earlier time. */
export async function listEarlierWishes(q: Queryable, params: { officeId: string; now: number }) {
  const { appointments, customers, earlierWishes: wishes } = q.tables;
  return q
    .select({
      appointmentId: appointments.id,
      customerId: appointments.customerId,
      adviserId: appointments.adviserId,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      askedAt: wishes.askedAt,
      firstName: customers.firstName,
      lastName: customers.lastName,
    })
    .from(wishes)
    .innerJoin(appointments, eq(appointments.id, wishes.appointmentId))
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .where(
      and(
        isNull(wishes.withdrawnAt),
        eq(appointments.officeId, params.officeId),
        eq(appointments.status, 'booked'),
        gt(appointments.startsAt, params.now),
      ),
    );
}
