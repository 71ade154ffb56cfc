import { STEP_OWNERS } from '~/domain/plan/step';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** The agreed steps, the work clubs, and where outward codes are. */
export function defineCommunity(c: Columns, people: ReturnType<typeof definePeople>) {
  const steps = c.table(
    'steps',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      action: c.text().notNull(),
      owner: c.oneOf(STEP_OWNERS).notNull(),
      /** A date without a time, "2026-11-24". */
      dueOn: c.text().notNull(),
      doneAt: c.instant(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('steps_customer').on(t.customerId, t.dueOn)],
  );

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

  return { steps, clubs, areas };
}
