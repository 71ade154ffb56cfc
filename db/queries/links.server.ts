import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** An appointment with the people and the office it needs to be shown. */
function selectAppointment(q: Queryable) {
  const { appointments, customers, staff, offices } = q.tables;
  return {
    appointment: appointments,
    customer: {
      id: customers.id,
      firstName: customers.firstName,
      knownAs: customers.knownAs,
      language: customers.language,
      discreet: customers.discreet,
      noMessages: customers.noMessages,
    },
    adviserFirstName: staff.firstName,
    office: {
      id: offices.id,
      name: offices.name,
      address: offices.address,
      postcode: offices.postcode,
      phone: offices.phone,
      gettingThere: offices.gettingThere,
      stepFree: offices.stepFree,
      zone: offices.timeZone,
    },
  };
}

/** The appointment that a link was made for, at whatever version it is now, with the version of the link. */
export async function findLinkedAppointment(q: Queryable, tokenHash: string) {
  const { appointmentLinks, appointments, customers, staff, offices } = q.tables;
  const linked = () =>
    q
      .select({ ...selectAppointment(q), linkVersion: appointmentLinks.appointmentVersion })
      .from(appointmentLinks)
      .innerJoin(appointments, eq(appointments.id, appointmentLinks.appointmentId))
      .innerJoin(customers, eq(customers.id, appointments.customerId))
      .innerJoin(staff, eq(staff.id, appointments.adviserId))
      .innerJoin(offices, eq(offices.id, appointments.officeId))
      .where(eq(appointmentLinks.tokenHash, sql.placeholder('tokenHash')));
  const [row] = await runPrepared(q, 'linked appointment', linked, { tokenHash });
  return row ?? null;
}

/** An appointment by its id, with the same people and office. */
export async function findShownAppointment(q: Queryable, id: string) {
  const { appointments, customers, staff, offices } = q.tables;
  const shown = () =>
    q
      .select(selectAppointment(q))
      .from(appointments)
      .innerJoin(customers, eq(customers.id, appointments.customerId))
      .innerJoin(staff, eq(staff.id, appointments.adviserId))
      .innerJoin(offices, eq(offices.id, appointments.officeId))
      .where(eq(appointments.id, sql.placeholder('id')));
  const [row] = await runPrepared(q, 'shown appointment', shown, { id });
  return row ?? null;
}
