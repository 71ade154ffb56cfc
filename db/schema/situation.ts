import { ACTOR_KINDS } from '~/domain/access/role';
import { CONTACT_KINDS } from '~/domain/contact/contact-point';
import { ACCESS_NEEDS } from '~/domain/situation/access-need';
import { BARRIERS } from '~/domain/situation/barrier';
import type { Columns } from './columns';
import type { definePeople } from './people';
import { whoseColumns } from './whose-columns';

/** What customers tell of themselves, to whom it may go, and what they and their adviser write to each other. */
export function defineSituation(c: Columns, people: ReturnType<typeof definePeople>) {
  const { customer } = whoseColumns(c, people);

  const barriers = c.table(
    'barriers',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      kind: c.oneOf(BARRIERS).notNull(),
      /** In their own words, sealed; null when there are none. */
      note: c.sealed(),
      toldAt: c.instant().notNull(),
      toldBy: c.oneOf(ACTOR_KINDS).notNull(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('barriers_customer').on(t.customerId)],
  );

  const accessNeeds = c.table(
    'access_needs',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      need: c.oneOf(ACCESS_NEEDS).notNull(),
      /** Which language, who comes along, what else: sealed; null when nothing was said. */
      detail: c.sealed(),
      toldAt: c.instant().notNull(),
      toldBy: c.oneOf(ACTOR_KINDS).notNull(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('access_needs_customer').on(t.customerId)],
  );

  /** Organisations that a customer's plan may be shown to. */
  const partners = c.table('partners', {
    id: c.text().primaryKey(),
    ref: c.text().notNull().unique(),
    name: c.text().notNull(),
    /** What they do with it, in a sentence; in Welsh where it was written. */
    what: c.text().notNull(),
    whatInWelsh: c.text().notNull().default(''),
    active: c.flag().notNull().default(true),
  });

  const consents = c.table(
    'consents',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      partnerId: c
        .text()
        .notNull()
        .references(() => partners.id),
      givenAt: c.instant().notNull(),
      givenBy: c.oneOf(ACTOR_KINDS).notNull(),
      withdrawnAt: c.instant(),
      withdrawnBy: c.oneOf(ACTOR_KINDS),
    },
    (t) => [c.index('consents_customer').on(t.customerId, t.givenAt)],
  );

  /** A number or address that a customer wants to have on record, until the code that was sent there comes back. */
  const contactChanges = c.table(
    'contact_changes',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      kind: c.oneOf(CONTACT_KINDS).notNull(),
      /** The new one, sealed, and its blind index. */
      value: c.sealed().notNull(),
      valueIndex: c.text().notNull(),
      /** The contact point that it takes the place of; null when it is one more. */
      replacesId: c.text(),
      /** Blind index of what it takes the place of: the office's file does not bring that back. Equal to `valueIndex`: it was taken away. */
      replacedIndex: c.text(),
      codeHash: c.text(),
      tries: c.integer().notNull().default(0),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      confirmedAt: c.instant(),
      cancelledAt: c.instant(),
      /** When the adviser was shown it and said so. */
      seenAt: c.instant(),
      seenBy: c.text().references(() => people.staff.id),
    },
    (t) => [c.index('contact_changes_customer').on(t.customerId, t.createdAt)],
  );

  /** What a customer and the adviser write to each other; not a chat. */
  const journalEntries = c.table(
    'journal_entries',
    {
      id: c.text().primaryKey(),
      customerId: customer(),
      at: c.instant().notNull(),
      writtenBy: c.oneOf(['customer', 'staff']).notNull(),
      staffId: c.text().references(() => people.staff.id),
      /** Sealed. */
      body: c.sealed().notNull(),
      /** When the other one had it on screen and said so, or answered. */
      readAt: c.instant(),
      /** What was done about it: when, by whom, and in words (sealed). */
      doneAt: c.instant(),
      doneBy: c.text().references(() => people.staff.id),
      doneNote: c.sealed(),
    },
    (t) => [c.index('journal_entries_customer').on(t.customerId, t.at)],
  );

  return { barriers, accessNeeds, partners, consents, contactChanges, journalEntries };
}
