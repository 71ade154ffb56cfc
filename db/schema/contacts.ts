import { CONTACT_CHANNELS, CONTACT_DIRECTIONS, CONTACT_SERVICES } from '~/domain/journey/contact-record';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** Contacts that the portal cannot see by itself: a call, a visit to the desk, a letter, a visit at home. */
export function defineContacts(c: Columns, people: ReturnType<typeof definePeople>) {
  const contactRecords = c.table(
    'contact_records',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      /** When it was (ms), not when it was written down. */
      at: c.instant().notNull(),
      channel: c.oneOf(CONTACT_CHANNELS).notNull(),
      direction: c.oneOf(CONTACT_DIRECTIONS).notNull(),
      service: c.oneOf(CONTACT_SERVICES).notNull(),
      /** Somebody helped them to do what they could not do alone. */
      helped: c.flag().notNull().default(false),
      minutes: c.integer(),
      /** In one line, sealed; null: nothing was written. */
      note: c.sealed(),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      createdAt: c.instant().notNull(),
      withdrawnAt: c.instant(),
    },
    (t) => [
      c.index('contact_records_customer').on(t.customerId, t.at),
      c.index('contact_records_office').on(t.officeId, t.at),
    ],
  );
  return { contactRecords };
}
