import { BARRIERS } from '~/domain/situation/barrier';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** The work clubs and who is coming, help near by, and where outward codes are. */
export function defineCommunity(c: Columns, people: ReturnType<typeof definePeople>) {
  const clubs = c.table('clubs', {
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
    /** 1 Monday to 7 Sunday; the club meets every week. */
    weekday: c.integer().notNull(),
    fromTime: c.text().notNull(),
    toTime: c.text().notNull(),
    computers: c.flag().notNull().default(false),
    creche: c.flag().notNull().default(false),
    stepFree: c.flag().notNull().default(false),
  });

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
    },
    (t) => [c.index('local_help_office').on(t.officeId, t.barrier)],
  );

  return { clubs, clubGoings, localHelp, areas };
}
