import { HOLD_SCOPES, HOLD_REASONS } from '~/domain/messaging/hold';
import { DIVISIONS } from '~/domain/time/division';
import type { PolicyRules } from '~/domain/reminder/policy';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** When reminders are due, and what may be sent at present. */
export function defineSending(c: Columns, people: ReturnType<typeof definePeople>) {
  const reminderPolicies = c.table(
    'reminder_policies',
    {
      id: c.text().primaryKey(),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      /** Kind of appointment; empty for every kind that has no policy of its own. */
      kind: c.text().notNull().default(''),
      /** 1, 2, 3 … for this office and kind; a version is never changed, only followed by another. */
      version: c.integer().notNull(),
      effectiveFrom: c.instant().notNull(),
      rules: c.json<PolicyRules>().notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.text().references(() => people.staff.id),
    },
    (t) => [c.uniqueIndex('reminder_policies_once').on(t.officeId, t.kind, t.version)],
  );

  const bankHolidays = c.table(
    'bank_holidays',
    {
      division: c.oneOf(DIVISIONS).notNull(),
      /** "2026-12-25". */
      date: c.text().notNull(),
      title: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.division, t.date] })],
  );

  /** How each way out is doing: one row per provider and channel, shared by all workers. */
  const providerStates = c.table('provider_states', {
    /** "twilio:sms". */
    id: c.text().primaryKey(),
    /** Failures of the provider's in a row. */
    failures: c.integer().notNull().default(0),
    /** The circuit is open until then; null when it is closed. */
    openUntil: c.instant(),
    /** When a fault of ours paused it, and the provider's code; null when it is not paused. */
    faultSince: c.instant(),
    faultCode: c.text(),
    /** The message that tries out whether it works again, and until when that trial is somebody's. */
    trialId: c.text(),
    trialUntil: c.instant(),
    /** When the next message may go, so that all workers together keep to the rate; fractions of a ms count. */
    nextSlotAt: c.real().notNull().default(0),
    updatedAt: c.instant().notNull(),
  });

  /** What people, or a restore, have stopped. */
  const sendingHolds = c.table(
    'sending_holds',
    {
      scope: c.oneOf(HOLD_SCOPES).notNull(),
      reason: c.oneOf(HOLD_REASONS).notNull(),
      since: c.instant().notNull(),
      /** Who, or what, as said on the command line. */
      by: c.text().notNull().default(''),
    },
    (t) => [c.primaryKey({ columns: [t.scope, t.reason] })],
  );

  /** The latest run of each task that all workers share: one row per task. */
  const timetable = c.table('timetable', {
    /** "re-ask". */
    name: c.text().primaryKey(),
    begunAt: c.instant().notNull(),
    /** The worker that began it. */
    begunBy: c.text().notNull(),
    /** Null while it runs, or when its worker ended before it did. */
    endedAt: c.instant(),
    /** When it was last done to its end, without a fault. */
    doneAt: c.instant(),
    /** How many in a row ended badly. */
    failures: c.integer().notNull().default(0),
  });

  return { reminderPolicies, bankHolidays, providerStates, sendingHolds, timetable };
}
