import type { Columns } from './columns';
import type { definePeople } from './people';

/** The columns that say whose a row is, as nearly every table has them: a customer's, an office's, by a member of staff. */
export function whoseColumns(c: Columns, people: ReturnType<typeof definePeople>) {
  return {
    customer: () =>
      c
        .text()
        .notNull()
        .references(() => people.customers.id),
    office: () =>
      c
        .text()
        .notNull()
        .references(() => people.offices.id),
    /** Null: nobody, or nobody yet. */
    member: () => c.text().references(() => people.staff.id),
  };
}
