import { and, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';

/** An adviser's row, locked: whoever changes a diary goes through here, one at a time. */
export async function lockAdviser(q: Queryable, id: string): Promise<{ id: string; officeId: string } | null> {
  const { staff } = q.tables;
  const [row] = await forChange(
    q,
    q.select({ id: staff.id, officeId: staff.officeId }).from(staff).where(eq(staff.id, id)),
  );
  return row ?? null;
}

/**
 * An adviser's weekly hours, and the appointments that take up time between two instants. Cancelled and rearranged
 * ones take none; one whose customer cannot come still does, until they pick another.
 */
export async function loadDiary(
  q: Queryable,
  params: { adviserId: string; from: number; to: number; exceptId: string | null },
) {
  const { availability, appointments } = q.tables;
  const hours = await q
    .select({ weekday: availability.weekday, fromTime: availability.fromTime, toTime: availability.toTime })
    .from(availability)
    .where(eq(availability.adviserId, params.adviserId));
  const busy = await q
    .select({ startsAt: appointments.startsAt, endsAt: appointments.endsAt })
    .from(appointments)
    .where(
      and(
        eq(appointments.adviserId, params.adviserId),
        inArray(appointments.status, ['booked', 'attended', 'failed_to_attend']),
        lt(appointments.startsAt, params.to),
        gt(appointments.endsAt, params.from),
        ne(appointments.id, params.exceptId ?? ''),
      ),
    );
  return { availability: hours, busy };
}

/** The time zone of an office. @throws when there is no such office. */
export async function getTimeZone(q: Queryable, officeId: string): Promise<string> {
  const { offices } = q.tables;
  const [office] = await q.select({ timeZone: offices.timeZone }).from(offices).where(eq(offices.id, officeId));
  if (!office) throw new Error('no such office');
  return office.timeZone;
}

/** A customer's office and named adviser, locked, so that one request at a time is made for them. */
export async function lockCustomerTies(
  q: Queryable,
  customerId: string,
): Promise<{ officeId: string; adviserId: string | null } | null> {
  const { customers } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select({ officeId: customers.officeId, adviserId: customers.adviserId })
      .from(customers)
      .where(eq(customers.id, customerId)),
  );
  return row ?? null;
}
