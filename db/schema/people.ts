import { CONTACT_HEALTHS, CONTACT_KINDS } from '~/domain/contact/contact-point';
import type { OfficeSaid } from '~/domain/contact/office-said';
import { sql } from 'drizzle-orm';
import { TERM_REASONS } from '~/domain/adviser/term';
import { CHANNELS } from '~/domain/messaging/channel';
import { WRITTEN_LANGUAGES } from '~/domain/language';
import { DIVISIONS } from '~/domain/time/division';
import { ROLES } from '~/domain/access/role';
import type { Columns } from './columns';

/** Offices, the people who work in them, and the customers they serve. */
export function definePeople(c: Columns) {
  const offices = c.table('offices', {
    id: c.text().primaryKey(),
    ref: c.text().notNull().unique(),
    name: c.text().notNull(),
    address: c.text().notNull().default(''),
    postcode: c.text().notNull().default(''),
    phone: c.text().notNull().default(''),
    /** How to get there and how to get in without steps, as the office would say it. */
    gettingThere: c.text().notNull().default(''),
    stepFree: c.text().notNull().default(''),
    timeZone: c.text().notNull().default('Europe/London'),
    /** Whose bank holidays the office keeps. */
    division: c.oneOf(DIVISIONS).notNull().default('england-and-wales'),
    /** When somebody answers the telephone, Monday to Friday, wall clock: "09:00". */
    opensAt: c.text().notNull().default('09:00'),
    closesAt: c.text().notNull().default('17:00'),
    /** How far two appointments of an adviser may overlap, in minutes: 0 to 15. */
    overlapMinutes: c.integer().notNull().default(0),
  });

  const staff = c.table(
    'staff',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      officeId: c
        .text()
        .notNull()
        .references(() => offices.id),
      firstName: c.text().notNull(),
      lastName: c.text().notNull(),
      role: c.oneOf(ROLES).notNull(),
      /** Work email, lower case; null until the person may sign in. */
      email: c.text().unique(),
      passwordHash: c.text(),
      /** Base-32 secret, sealed with DATA_KEY. */
      totpSecret: c.sealed(),
      /** The last 30-second step accepted, so that a code works once. */
      totpLastStep: c.integer().notNull().default(0),
      active: c.flag().notNull().default(true),
      /** When they left; their customers have another adviser since. Null for everybody who works here. */
      leftAt: c.instant(),
      /** The organisation of somebody whose role is `partner`. */
      partnerId: c.text(),
      /** SHA-256 of the token in the address where they set their password; null once it is used or withdrawn. */
      invitationHash: c.text().unique(),
      /** Until when that address works; null when there is none. */
      invitedUntil: c.instant(),
      /** For the customer's page about the adviser, as people say it: "job search, CVs". Empty: not shown. */
      helpsWith: c.text().notNull().default(''),
      /** Languages spoken, ISO 639 codes with commas between: "en,cy,bfi". */
      speaks: c.text().notNull().default(''),
      /** A direct number, as people write it; empty: the office's. */
      phone: c.text().notNull().default(''),
      /** The address of the adviser's own room for meetings by video; empty: none. */
      videoRoom: c.text().notNull().default(''),
    },
    (t) => [c.index('staff_office').on(t.officeId)],
  );

  const customers = c.table(
    'customers',
    {
      id: c.text().primaryKey(),
      ref: c.text().notNull().unique(),
      officeId: c
        .text()
        .notNull()
        .references(() => offices.id),
      /** The one named adviser. */
      adviserId: c.text().references(() => staff.id),
      firstName: c.text().notNull(),
      lastName: c.text().notNull(),
      language: c.oneOf(WRITTEN_LANGUAGES).notNull(),
      /** Someone else may read this person's messages: neutral wording only. */
      discreet: c.flag().notNull().default(false),
      /** For this person's safety nothing is sent and nobody rings: an adviser settles face to face how to reach them. */
      noMessages: c.flag().notNull().default(false),
      preferredChannel: c.oneOf(CHANNELS),
      /** Letters go out in English and in Welsh, one after the other. */
      bilingualLetters: c.flag().notNull().default(false),
      /** What the person is called, where that is not the first name on record. */
      knownAs: c.text(),
      /** The words of their names as people look for them: `searchNameOf`. */
      searchName: c.text().notNull().default(''),
      /** No texts or calls between these, wall clock of the office, "20:00" to "09:00"; null: the office's own quiet hours. */
      quietFrom: c.text(),
      quietTo: c.text(),
      /**
       * Blind indexes of what the office's file said, by field, when the person said otherwise: the same again is no news.
       * See docs/decisions/0018.
       */
      officeSaid: c.json<OfficeSaid>(),
      /** Whether steps are reminded of, and how many days before. */
      stepReminders: c.flag().notNull().default(true),
      stepReminderDays: c.integer().notNull().default(1),
      /** argon2id; null for somebody who signs in by code, as most do. */
      passwordHash: c.text(),
      /** Outward code of home, such as "LL57"; chooses the nearest work club. */
      homeArea: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.index('customers_office').on(t.officeId),
      c.index('customers_adviser').on(t.adviserId),
      c.index('customers_search').on(t.officeId, t.searchName),
    ],
  );

  const contactPoints = c.table(
    'contact_points',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => customers.id),
      kind: c.oneOf(CONTACT_KINDS).notNull(),
      /** E.164 number, email address, or postal address (its lines, one below the other), sealed. */
      value: c.sealed().notNull(),
      /** Keyed hash of the value: finds it, never shows it. */
      valueIndex: c.text().notNull(),
      health: c.oneOf(CONTACT_HEALTHS).notNull().default('untried'),
      verifiedAt: c.instant(),
      lastDeliveredAt: c.instant(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex('contact_points_once').on(t.customerId, t.kind, t.valueIndex),
      c.index('contact_points_value').on(t.valueIndex),
    ],
  );

  const optOuts = c.table(
    'opt_outs',
    {
      id: c.text().primaryKey(),
      channel: c.oneOf(CHANNELS).notNull(),
      valueIndex: c.text().notNull(),
      since: c.instant().notNull(),
      liftedAt: c.instant(),
      source: c.oneOf(['reply', 'preference', 'provider']).notNull(),
    },
    (t) => [c.uniqueIndex('opt_outs_once').on(t.channel, t.valueIndex)],
  );

  /**
   * Whose customer somebody was, from when until when. The terms of one customer never overlap (a trigger and a unique index
   * hold that), and the open one names the adviser that `customers.adviserId` has.
   */
  const adviserTerms = c.table(
    'adviser_terms',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => customers.id),
      adviserId: c
        .text()
        .notNull()
        .references(() => staff.id),
      fromAt: c.instant().notNull(),
      /** Not part of the term; null while it lasts. */
      untilAt: c.instant(),
      reason: c.oneOf(TERM_REASONS).notNull(),
      /** In words, for colleagues; empty: none. */
      note: c.sealed().notNull().default(''),
      namedBy: c.text().references(() => staff.id),
    },
    (t) => [
      c
        .uniqueIndex('adviser_terms_open')
        .on(t.customerId)
        .where(sql`until_at is null`),
      c.uniqueIndex('adviser_terms_from').on(t.customerId, t.fromAt),
      c.index('adviser_terms_adviser').on(t.adviserId),
    ],
  );

  /** A private address from which an adviser's own calendar program reads their diary. */
  const diaryFeeds = c.table('diary_feeds', {
    staffId: c
      .text()
      .primaryKey()
      .references(() => staff.id),
    /** SHA-256 of the token in the address. */
    tokenHash: c.text().notNull().unique(),
    version: c.integer().notNull().default(1),
    createdAt: c.instant().notNull(),
  });

  /** Another adviser who stands in for one on leave: everybody of that adviser's, from a day to a day. */
  const covers = c.table(
    'covers',
    {
      id: c.text().primaryKey(),
      adviserId: c
        .text()
        .notNull()
        .references(() => staff.id),
      standInId: c
        .text()
        .notNull()
        .references(() => staff.id),
      /** Dates of the office, both included: "2026-11-24". */
      fromOn: c.text().notNull(),
      untilOn: c.text().notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().references(() => staff.id),
      endedAt: c.instant(),
    },
    (t) => [c.index('covers_adviser').on(t.adviserId, t.untilOn)],
  );

  const availability = c.table(
    'availability',
    {
      id: c.text().primaryKey(),
      adviserId: c
        .text()
        .notNull()
        .references(() => staff.id),
      /** 1 Monday to 7 Sunday. */
      weekday: c.integer().notNull(),
      /** Wall clock of the office, "09:00". */
      fromTime: c.text().notNull(),
      toTime: c.text().notNull(),
    },
    (t) => [c.index('availability_adviser').on(t.adviserId)],
  );

  return { offices, staff, customers, contactPoints, optOuts, covers, availability, adviserTerms, diaryFeeds };
}
