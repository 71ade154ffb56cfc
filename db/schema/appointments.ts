import { ACTOR_KINDS } from '~/domain/access/role';
import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_MODES,
  APPOINTMENT_STATUSES,
  CANNOT_COME_REASONS,
  FEEDBACK_ANSWERS,
  MISSED_REASONS,
  OFFER_STATUSES,
} from '~/domain/appointment/appointment';
import type { Columns } from './columns';
import type { defineOffice } from './office';
import type { definePeople } from './people';

/** Appointments, what happened to them, and the links that text messages carry. */
export function defineAppointments(
  c: Columns,
  people: ReturnType<typeof definePeople>,
  office: ReturnType<typeof defineOffice>,
) {
  /** A session for several customers at once; each of them has an appointment in it. */
  const groupSessions = c.table(
    'group_sessions',
    {
      id: c.text().primaryKey(),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      adviserId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      kind: c.text().notNull(),
      title: c.text().notNull(),
      titleInWelsh: c.text().notNull().default(''),
      placeId: c.text().references(() => office.places.id),
      startsAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
      capacity: c.integer().notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().references(() => people.staff.id),
      cancelledAt: c.instant(),
    },
    (t) => [
      c.index('group_sessions_office').on(t.officeId, t.startsAt),
      c.index('group_sessions_adviser').on(t.adviserId, t.startsAt),
    ],
  );

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
      /** Where it is, if not at the office: the name and address of an outreach venue. */
      venue: c.text().notNull().default(''),
      /** How to join one by phone or video, if not in the adviser's own room: an address or a number. */
      joinBy: c.text().notNull().default(''),
      /** The room or venue, where one was picked. */
      placeId: c.text(),
      /** The group session that it is a place in: together they take the adviser's time once. */
      groupId: c.text(),
      /** The same for all appointments that were booked together as a series. */
      seriesId: c.text(),
      /** Came without an appointment and was seen. */
      walkIn: c.flag().notNull().default(false),
      /** Time kept free after it (minutes), as its kind had it when it was booked. */
      bufferMinutes: c.integer().notNull().default(0),
      /** Came, but not on time. */
      late: c.flag().notNull().default(false),
      /** What is known of why somebody did not come; null: nothing was said. */
      missedReason: c.oneOf(MISSED_REASONS),
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

  /** What people say after a meeting: "Did you get what you needed?" One answer each; it may be changed. */
  const appointmentFeedback = c.table('appointment_feedback', {
    appointmentId: c
      .text()
      .primaryKey()
      .references(() => appointments.id),
    customerId: c
      .text()
      .notNull()
      .references(() => people.customers.id),
    answer: c.oneOf(FEEDBACK_ANSWERS).notNull(),
    /** In their own words, sealed; null when there are none. */
    comment: c.sealed(),
    way: c.oneOf(['page', 'text']).notNull(),
    at: c.instant().notNull(),
  });

  /** Who would come sooner if a time frees up. */
  const earlierWishes = c.table(
    'earlier_wishes',
    {
      appointmentId: c
        .text()
        .primaryKey()
        .references(() => appointments.id),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      askedAt: c.instant().notNull(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('earlier_wishes_customer').on(t.customerId)],
  );

  /** A private address that a calendar program reads again and again; a reset makes another and ends the old one. */
  const calendarFeeds = c.table('calendar_feeds', {
    customerId: c
      .text()
      .primaryKey()
      .references(() => people.customers.id),
    /** SHA-256 of the token in the address. */
    tokenHash: c.text().notNull().unique(),
    /** Raised by each reset; the token is derived from it. */
    version: c.integer().notNull().default(1),
    createdAt: c.instant().notNull(),
  });

  /** A time that has come free and is offered to people who would come sooner. */
  const freedSlots = c.table(
    'freed_slots',
    {
      id: c.text().primaryKey(),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      adviserId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      /** Whose appointment it was. */
      appointmentId: c
        .text()
        .notNull()
        .references(() => appointments.id),
      startsAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
      freedAt: c.instant().notNull(),
      /** The appointment that has taken it since. */
      filledBy: c.text().references(() => appointments.id),
      filledAt: c.instant(),
      /** Nobody is offered it any more: too late, or taken in another way. */
      endedAt: c.instant(),
    },
    (t) => [
      c.uniqueIndex('freed_slots_once').on(t.adviserId, t.startsAt, t.appointmentId),
      c.index('freed_slots_office').on(t.officeId, t.startsAt),
    ],
  );

  /** "Would you like to come at … instead?" One person, one freed time. */
  const slotOffers = c.table(
    'slot_offers',
    {
      id: c.text().primaryKey(),
      slotId: c
        .text()
        .notNull()
        .references(() => freedSlots.id),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      /** The appointment that would move. */
      appointmentId: c
        .text()
        .notNull()
        .references(() => appointments.id),
      status: c.oneOf(OFFER_STATUSES).notNull(),
      offeredAt: c.instant().notNull(),
      /** Until then the time is kept for whoever was asked (ms). */
      heldUntil: c.instant().notNull(),
      answeredAt: c.instant(),
      /** SHA-256 of the token in the text; null where it went another way. */
      tokenHash: c.text().unique(),
      messageId: c.text(),
    },
    (t) => [
      c.uniqueIndex('slot_offers_once').on(t.slotId, t.customerId),
      c.index('slot_offers_customer').on(t.customerId, t.offeredAt),
    ],
  );

  return {
    groupSessions,
    freedSlots,
    slotOffers,
    appointments,
    appointmentEvents,
    appointmentLinks,
    appointmentFeedback,
    earlierWishes,
    calendarFeeds,
  };
}
