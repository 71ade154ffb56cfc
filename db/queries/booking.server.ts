import { and, asc, count, desc, eq, gt, inArray, isNotNull, like, lt, min, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { AppointmentRow } from './appointments.server';

/** What a booking begins with: whether somebody has ever been booked, and what kind their latest appointment was. */
export async function findBookingPast(q: Queryable, customerId: string) {
  const { appointments: a } = q.tables;
  const [latest] = await q
    .select({ kind: a.kind })
    .from(a)
    .where(and(eq(a.customerId, customerId), inArray(a.status, ['booked', 'attended'])))
    .orderBy(desc(a.startsAt), desc(a.id))
    .limit(1);
  return { isNew: latest === undefined, lastKind: latest?.kind ?? null };
}

interface CustomerSpan {
  customerId: string;
  from: number;
  to: number;
  /** The appointment that it is about; null for a new one. */
  exceptId: string | null;
}

/** True when a customer has another appointment between two instants (ms), whoever it is with. */
export async function isCustomerBusy(q: Queryable, span: CustomerSpan): Promise<boolean> {
  return (await listCustomerTimes(q, span)).length > 0;
}

/** The times of a customer's standing appointments between two instants (ms), one of them aside. */
export async function listCustomerTimes(q: Queryable, params: CustomerSpan) {
  const { appointments: a } = q.tables;
  const taken = () =>
    q
      .select({ startsAt: a.startsAt, endsAt: a.endsAt })
      .from(a)
      .where(
        and(
          eq(a.customerId, sql.placeholder('customerId')),
          eq(a.status, 'booked'),
          lt(a.startsAt, sql.placeholder('to')),
          gt(a.endsAt, sql.placeholder('from')),
          ne(a.id, sql.placeholder('exceptId')),
        ),
      );
  const { customerId, from, to, exceptId } = params;
  return runPrepared(q, 'times of a customer', taken, { customerId, from, to, exceptId: exceptId ?? '' });
}

/** Appointments whose reference begins with this one, locked, in the order in which everybody locks them. */
export async function lockBookedTogether(q: Queryable, refBase: string): Promise<AppointmentRow[]> {
  const { appointments: a } = q.tables;
  return forChange(
    q,
    q
      .select()
      .from(a)
      .where(like(a.ref, `${refBase}%`))
      .orderBy(asc(a.ref)),
  );
}

/** The appointments of a series of one customer in an office, earliest first. */
export async function listSeriesAppointments(
  q: Queryable,
  params: { seriesId: string; customerId: string; officeId: string },
) {
  const { appointments: a, staff } = q.tables;
  return await q
    .select({ appointment: a, adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName } })
    .from(a)
    .innerJoin(staff, eq(staff.id, a.adviserId))
    .where(and(eq(a.seriesId, params.seriesId), eq(a.customerId, params.customerId), eq(a.officeId, params.officeId)))
    .orderBy(asc(a.startsAt), asc(a.id));
}

/** Whose series it is; null where the office has none of that id. */
export async function findSeriesCustomer(q: Queryable, params: { seriesId: string; officeId: string }) {
  const { appointments: a } = q.tables;
  const [row] = await q
    .select({ customerId: a.customerId })
    .from(a)
    .where(and(eq(a.seriesId, params.seriesId), eq(a.officeId, params.officeId)))
    .limit(1);
  return row?.customerId ?? null;
}

/** The appointments of a series in an office, locked, in the order in which everybody locks them. */
export async function lockSeries(
  q: Queryable,
  params: { seriesId: string; officeId: string },
): Promise<AppointmentRow[]> {
  const { appointments: a } = q.tables;
  return forChange(
    q,
    q
      .select()
      .from(a)
      .where(and(eq(a.seriesId, params.seriesId), eq(a.officeId, params.officeId)))
      .orderBy(asc(a.ref)),
  );
}

/** The series of a customer that still have something to come: how many appointments, and when the next one is (ms). */
export async function listSeriesOf(q: Queryable, params: { customerId: string; officeId: string; now: number }) {
  const { appointments: a } = q.tables;
  const rows = await q
    .select({ seriesId: a.seriesId, left: count(), next: min(a.startsAt) })
    .from(a)
    .where(
      and(
        eq(a.customerId, params.customerId),
        eq(a.officeId, params.officeId),
        eq(a.status, 'booked'),
        gt(a.startsAt, params.now),
        isNotNull(a.seriesId),
      ),
    )
    .groupBy(a.seriesId);
  return rows.map(({ seriesId, left, next }) => ({ seriesId: seriesId!, left, next: Number(next) }));
}

/** A member of staff, whatever their office. */
export async function findMember(q: Queryable, id: string) {
  const { staff } = q.tables;
  const [row] = await q.select().from(staff).where(eq(staff.id, id));
  return row ?? null;
}
