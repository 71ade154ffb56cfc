import { ACTOR_KINDS } from '~/domain/access/role';
import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_MODES,
  APPOINTMENT_STATUSES,
  CANNOT_COME_REASONS,
} from '~/domain/appointment/appointment';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** Appointments, what happened to them, and the links that text messages carry. */
export function defineAppointments(c: Columns, people: ReturnType<typeof definePeople>) {
  const appointments = c.table(
    'appointments',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      adviserId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      kind: c.text().notNull(),
      mode: c.oneOf(APPOINTMENT_MODES).notNull(),
      startsAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
      purpose: c.text().notNull().default(''),
      bring: c.text().notNull().default(''),
      status: c.oneOf(APPOINTMENT_STATUSES).notNull(),
      /** Raised by any change that the customer would notice. */
      version: c.integer().notNull().default(1),
      bookedAt: c.instant().notNull(),
      confirmedAt: c.instant(),
      cannotComeAt: c.instant(),
      cannotComeReason: c.oneOf(CANNOT_COME_REASONS),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.index('appointments_office_day').on(t.officeId, t.startsAt),
      c.index('appointments_customer').on(t.customerId, t.startsAt),
      c.index('appointments_adviser').on(t.adviserId, t.startsAt),
    ],
  );

  const appointmentEvents = c.table(
    'appointment_events',
    {
      id: c.text().primaryKey(),
      appointmentId: c
        .text()
        .notNull()
        .references(() => appointments.id),
      at: c.instant().notNull(),
      kind: c.oneOf(APPOINTMENT_EVENTS).notNull(),
      actorKind: c.oneOf(ACTOR_KINDS).notNull(),
      actorId: c.text(),
      /** What undo needs to put back: the fields as they were before. */
      before: c.json<Record<string, string | number | null>>(),
      /** The fields as they became. */
      after: c.json<Record<string, string | number | null>>(),
      undoneAt: c.instant(),
    },
    (t) => [c.index('appointment_events_appointment').on(t.appointmentId, t.at)],
  );

  const appointmentLinks = c.table(
    'appointment_links',
    {
      /** SHA-256 of the token in the text message; the token itself is never stored. */
      tokenHash: c.text().primaryKey(),
      appointmentId: c
        .text()
        .notNull()
        .references(() => appointments.id),
      appointmentVersion: c.integer().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('appointment_links_appointment').on(t.appointmentId)],
  );

  return { appointments, appointmentEvents, appointmentLinks };
}
