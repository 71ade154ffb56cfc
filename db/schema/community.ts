import { CLUB_RHYTHMS } from '~/domain/club/rhythm';
import { BARRIERS } from '~/domain/situation/barrier';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** The work clubs and who is coming, help near by, and where outward codes are. */
export function defineCommunity(c: Columns, people: ReturnType<typeof definePeople>) {
  const clubs = c.table(
    'clubs',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      name: c.text().notNull(),
      place: c.text().notNull(),
      address: c.text().notNull(),
      postcode: c.text().notNull(),
      latitude: c.real().notNull(),
      longitude: c.real().notNull(),
      phone: c.text().notNull().default(''),
      askFor: c.text().notNull().default(''),
      helpsWith: c.text().notNull().default(''),
      /** The office whose organisers keep it; null: nobody's yet. */
      officeId: c.text(),
      rhythm: c.oneOf(CLUB_RHYTHMS).notNull().default('weekly'),
      /** For a fortnightly club a date on which it meets, "2026-11-26". */
      anchorOn: c.text(),
      /** For a monthly club: 1 the first to 4 the fourth such weekday of the month, 5 the last. */
      weekOfMonth: c.integer(),
      /** False once it has closed for good. */
      active: c.flag().notNull().default(true),
      /** When somebody last made sure that all of this is so: a date, and who. */
      checkedOn: c.text(),
      checkedBy: c.text(),
      /** 1 Monday to 7 Sunday. */
      weekday: c.integer().notNull(),
      fromTime: c.text().notNull(),
      toTime: c.text().notNull(),
      computers: c.flag().notNull().default(false),
      creche: c.flag().notNull().default(false),
      stepFree: c.flag().notNull().default(false),
    },
    // What is near somebody is looked for on each of their pages: within so far north and south, then as the crow flies.
    (t) => [c.index('clubs_latitude').on(t.latitude)],
  );

  /** Who keeps a club's page: organisers, each of one club or several. */
  const clubOrganisers = c.table(
    'club_organisers',
    {
      clubId: c
        .text()
        .notNull()
        .references(() => clubs.id),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
    },
    (t) => [c.primaryKey({ columns: [t.clubId, t.staffId] })],
  );

  /** Dates on which a club does not meet although it would. */
  const clubClosures = c.table(
    'club_closures',
    {
      id: c.text().primaryKey(),
      clubId: c
        .text()
        .notNull()
        .references(() => clubs.id),
      /** Dates, both included. */
      fromOn: c.text().notNull(),
      untilOn: c.text().notNull(),
      reason: c.text().notNull().default(''),
      endedAt: c.instant(),
    },
    (t) => [c.index('club_closures_club').on(t.clubId, t.untilOn)],
  );

  const areas = c.table('areas', {
    /** Outward code, "LL57". */
    code: c.text().primaryKey(),
    name: c.text().notNull(),
    latitude: c.real().notNull(),
    longitude: c.real().notNull(),
  });

  /** "I'm going": one session of a club. */
  const clubGoings = c.table(
    'club_goings',
    {
      id: c.text().primaryKey(),
      clubId: c
        .text()
        .notNull()
        .references(() => clubs.id),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      /** The day of the session, "2026-11-26", and when it begins. */
      heldOn: c.text().notNull(),
      startsAt: c.instant().notNull(),
      createdAt: c.instant().notNull(),
      cancelledAt: c.instant(),
      /** The reminder that was planned for it, so that it can be ended; null where there is none. */
      messageId: c.text(),
    },
    (t) => [
      c.uniqueIndex('club_goings_once').on(t.clubId, t.customerId, t.heldOn),
      c.index('club_goings_customer').on(t.customerId, t.startsAt),
    ],
  );

  /** Named help for a situation, in the neighbourhood of an office. */
  const localHelp = c.table(
    'local_help',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      barrier: c.oneOf(BARRIERS).notNull(),
      name: c.text().notNull(),
      /** What they do, in a sentence; in Welsh where it was written. */
      what: c.text().notNull(),
      whatInWelsh: c.text().notNull().default(''),
      phone: c.text().notNull().default(''),
      address: c.text().notNull().default(''),
      /** False: no longer shown to customers. */
      active: c.flag().notNull().default(true),
    },
    (t) => [c.index('local_help_office').on(t.officeId, t.barrier)],
  );

  return { clubs, clubOrganisers, clubClosures, clubGoings, localHelp, areas };
}
