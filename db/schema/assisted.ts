import { ACTOR_KINDS } from '~/domain/access/role';
import { REQUEST_KINDS, REQUEST_STATES, REQUESTED_PAPERS } from '~/domain/assisted/format-request';
import { ACT_WAYS, HELP_WAYS, IDENTITY_PROOFS } from '~/domain/assisted/help';
import { ENDED_BY, TASK_RESULTS, VISIT_ORIGINS, VISIT_TASKS } from '~/domain/assisted/visit';
import { CONTACT_SERVICES } from '~/domain/journey/contact-record';
import type { Columns } from './columns';
import type { definePeople } from './people';
import { whoseColumns } from './whose-columns';

/** The assisted ways: shared computers, visits to a champion, help by phone or at the desk, and other formats. */
export function defineAssisted(c: Columns, people: ReturnType<typeof definePeople>) {
  const { customer, office, member } = whoseColumns(c, people);

  /** A shared computer of an office. */
  const kiosks = c.table(
    'kiosks',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      /** "By the window". */
      name: c.text().notNull(),
      /** Keyed hash of the code that enrols it, until when that works; null once it is used. */
      codeHash: c.text().unique(),
      codeUntil: c.instant(),
      /** Hash of the secret in the device's cookie; null until it is enrolled. */
      secretHash: c.text().unique(),
      createdAt: c.instant().notNull(),
      createdBy: member(),
      enrolledAt: c.instant(),
      revokedAt: c.instant(),
      revokedBy: member(),
      /** Who opened it, and until when it stays open without being used again; null: it is locked. */
      openedAt: c.instant(),
      openedBy: member(),
      openUntil: c.instant(),
      lastUsedAt: c.instant(),
    },
    (t) => [c.index('kiosks_office').on(t.officeId)],
  );

  /** The number with which a champion opens shared computers, for one day. */
  const kioskPins = c.table(
    'kiosk_pins',
    {
      staffId: c
        .text()
        .primaryKey()
        .references(() => people.staff.id),
      officeId: office(),
      pinHash: c.text().notNull(),
      madeAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('kiosk_pins_once').on(t.officeId, t.pinHash)],
  );

  /** What somebody had typed on a shared computer and not sent. */
  const formDrafts = c.table(
    'form_drafts',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      /** Of the page with the form. */
      path: c.text().notNull(),
      /** As the form would have sent it, sealed. */
      fields: c.sealed().notNull(),
      savedAt: c.instant().notNull(),
      endsAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('form_drafts_once').on(t.customerId, t.path)],
  );

  /** Somebody asked for a champion: what for, and the customer's agreement while it lasts. */
  const visits = c.table(
    'visits',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      wants: c.oneOf(VISIT_TASKS).notNull(),
      askedAt: c.instant().notNull(),
      askedFrom: c.oneOf(VISIT_ORIGINS).notNull(),
      kioskId: c.text().references(() => kiosks.id),
      /** Who looks after them, since when. */
      championId: member(),
      takenAt: c.instant(),
      /** From when until when the customer let them see their pages; null: not (yet). */
      agreedAt: c.instant(),
      agreementEndedAt: c.instant(),
      agreementEndedBy: c.oneOf(ENDED_BY),
      /** When the visit was over; null: they wait or are being helped. */
      endedAt: c.instant(),
      endedBy: c.oneOf(ENDED_BY),
    },
    (t) => [c.index('visits_office').on(t.officeId, t.endedAt), c.index('visits_customer').on(t.customerId, t.askedAt)],
  );

  /** What was done at a visit, and whether they can now do it alone. */
  const visitTasks = c.table(
    'visit_tasks',
    {
      id: c.text().primaryKey(),
      visitId: c
        .text()
        .notNull()
        .references(() => visits.id),
      task: c.oneOf(VISIT_TASKS).notNull(),
      at: c.instant().notNull(),
      result: c.oneOf(TASK_RESULTS).notNull(),
      /** When they agreed that the profile takes it over, and the profile that did. */
      agreedAt: c.instant(),
      profileId: c.text(),
    },
    (t) => [c.uniqueIndex('visit_tasks_once').on(t.visitId, t.task)],
  );

  /** A colleague uses the portal for somebody who is on the telephone or beside them. */
  const helps = c.table(
    'helps',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      way: c.oneOf(HELP_WAYS).notNull(),
      identity: c.oneOf(IDENTITY_PROOFS).notNull(),
      visitId: c.text().references(() => visits.id),
      startedAt: c.instant().notNull(),
      endedAt: c.instant(),
      endedBy: c.oneOf(ENDED_BY),
      /** When what was done had been read back to them. */
      readBackAt: c.instant(),
      /** The contact that it is counted as. */
      contactId: c.text(),
    },
    (t) => [c.index('helps_customer').on(t.customerId, t.startedAt), c.index('helps_staff').on(t.staffId, t.startedAt)],
  );

  /** Which facts somebody was asked for on the telephone, and whether the answers were right; never the answers. */
  const identityChecks = c.table(
    'identity_checks',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      at: c.instant().notNull(),
      /** The kinds of facts, with commas between. */
      asked: c.text().notNull(),
      passed: c.flag().notNull(),
    },
    (t) => [c.index('identity_checks_customer').on(t.customerId, t.at)],
  );

  /** Something that a customer did in the portal, by whatever way; what is counted when ways are compared. */
  const customerActs = c.table(
    'customer_acts',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      at: c.instant().notNull(),
      /** The address pattern that it was sent to. */
      action: c.text().notNull(),
      service: c.oneOf(CONTACT_SERVICES).notNull(),
      way: c.oneOf(ACT_WAYS).notNull(),
      /** The help in which a colleague did it for them; null: they did it themselves. */
      helpId: c.text().references(() => helps.id),
    },
    (t) => [
      c.index('customer_acts_customer').on(t.customerId, t.at),
      c.index('customer_acts_office').on(t.officeId, t.at),
      c.index('customer_acts_help').on(t.helpId),
    ],
  );

  /** In which help something on record as the customer's was put in, by its own identifier; what is not here they did themselves. */
  const helpedThings = c.table(
    'helped_things',
    {
      /** Of an appointment's or a step's event, a message to the adviser, a barrier or an access need. */
      thingId: c.text().primaryKey(),
      helpId: c
        .text()
        .notNull()
        .references(() => helps.id),
    },
    (t) => [c.index('helped_things_help').on(t.helpId)],
  );

  /** Braille, audio, easy read, a signer or an interpreter: asked of a supplier, by somebody, by a day. */
  const formatRequests = c.table(
    'format_requests',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      officeId: office(),
      kind: c.oneOf(REQUEST_KINDS).notNull(),
      /** The meeting that somebody comes to, or that the paper is about. */
      appointmentId: c.text(),
      /** When that meeting began as it was asked for; another time has to be asked for again. */
      meetsAt: c.instant(),
      paper: c.oneOf(REQUESTED_PAPERS),
      /** For an interpreter: which language. */
      spoken: c.text().notNull().default(''),
      ownerId: member(),
      supplier: c.text().notNull().default(''),
      /** What the supplier calls it. */
      reference: c.text().notNull().default(''),
      /** The day by which it must be there: "2026-12-01". */
      dueOn: c.text().notNull(),
      state: c.oneOf(REQUEST_STATES).notNull().default('to_arrange'),
      askedAt: c.instant().notNull(),
      askedBy: c.oneOf(ACTOR_KINDS).notNull(),
      /** Sealed; null: none. */
      note: c.sealed(),
      updatedAt: c.instant().notNull(),
      closedAt: c.instant(),
      /** When the office was last reminded of it. */
      chasedAt: c.instant(),
    },
    (t) => [
      c.index('format_requests_office').on(t.officeId, t.closedAt, t.dueOn),
      c.index('format_requests_customer').on(t.customerId),
      c.index('format_requests_appointment').on(t.appointmentId),
    ],
  );

  return {
    ...{ kiosks, kioskPins, formDrafts, visits, visitTasks },
    ...{ helps, identityChecks, customerActs, helpedThings, formatRequests },
  };
}
