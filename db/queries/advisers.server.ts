import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** A customer with their office and their adviser; one who has left is none. Null when there is no such customer. */
export async function findCustomerAndAdviser(q: Queryable, customerId: string) {
  const { customers, offices, staff } = q.tables;
  const wanted = () =>
    q
      .select({ customer: customers, office: offices, adviser: staff })
      .from(customers)
      .innerJoin(offices, eq(offices.id, customers.officeId))
      .leftJoin(staff, and(eq(staff.id, customers.adviserId), eq(staff.active, true)))
      .where(eq(customers.id, sql.placeholder('id')));
  const [row] = await runPrepared(q, 'customer and adviser', wanted, { id: customerId });
  return row ?? null;
}

/** The hours of the week in which an adviser sees people. */
export async function listWeekHours(q: Queryable, adviserId: string) {
  const { availability } = q.tables;
  return await q
    .select({ weekday: availability.weekday, fromTime: availability.fromTime, toTime: availability.toTime })
    .from(availability)
    .where(eq(availability.adviserId, adviserId))
    .orderBy(asc(availability.weekday), asc(availability.fromTime));
}
