import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** A customer with their office and their adviser, if they have one. */
export async function findCustomerWithOffice(q: Queryable, customerId: string) {
  const { customers, offices, staff } = q.tables;
  const [row] = await q
    .select({ customer: customers, office: offices, adviserFirstName: staff.firstName })
    .from(customers)
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(eq(customers.id, customerId));
  return row ?? null;
}

/** Appointments of a customer that stand and have not ended at `now` (ms), soonest first. */
export async function listComingAppointments(q: Queryable, params: { customerId: string; now: number }) {
  const { appointments, staff, offices } = q.tables;
  const coming = () =>
    q
      .select({ appointment: appointments, adviserFirstName: staff.firstName, office: offices })
      .from(appointments)
      .innerJoin(staff, eq(staff.id, appointments.adviserId))
      .innerJoin(offices, eq(offices.id, appointments.officeId))
      .where(
        and(
          eq(appointments.customerId, sql.placeholder('customerId')),
          eq(appointments.status, 'booked'),
          gt(appointments.endsAt, sql.placeholder('now')),
        ),
      )
      .orderBy(asc(appointments.startsAt));
  return runPrepared(q, 'coming appointments', coming, params);
}

/** The steps on a customer's plan that they are to do and have not done. */
export async function listOpenSteps(q: Queryable, customerId: string) {
  const { steps } = q.tables;
  const theirs = and(eq(steps.customerId, sql.placeholder('customerId')), eq(steps.owner, 'customer'));
  const open = () =>
    q
      .select()
      .from(steps)
      .where(and(theirs, isNull(steps.doneAt), isNull(steps.endedAt)))
      .orderBy(asc(steps.dueOn), asc(steps.createdAt));
  return runPrepared(q, 'open steps', open, { customerId });
}

/** Where an outward code such as "LL57" is. */
export async function findArea(q: Queryable, code: string) {
  const { areas } = q.tables;
  const wanted = () =>
    q
      .select()
      .from(areas)
      .where(eq(areas.code, sql.placeholder('code')));
  const [row] = await runPrepared(q, 'area', wanted, { code });
  return row ?? null;
}

/** The office that answers for all of them when nobody knows which one is meant: the lowest reference. */
export async function findFirstOffice(q: Queryable) {
  const { offices } = q.tables;
  const first = () => q.select().from(offices).orderBy(asc(offices.ref)).limit(1);
  const [row] = await runPrepared(q, 'first office', first);
  return row ?? null;
}

export async function findOfficePhone(q: Queryable, officeId: string): Promise<string | null> {
  const { offices } = q.tables;
  const wanted = () =>
    q
      .select({ phone: offices.phone })
      .from(offices)
      .where(eq(offices.id, sql.placeholder('id')));
  const [row] = await runPrepared(q, 'office phone', wanted, { id: officeId });
  return row?.phone ?? null;
}
