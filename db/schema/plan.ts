import { sql } from 'drizzle-orm';
import { ACTOR_KINDS } from '~/domain/access/role';
import { GOAL_HORIZONS, STEP_EVENTS, STEP_OWNERS, STEP_TROUBLES } from '~/domain/plan/step';
import type { StepBefore } from '~/domain/plan/step-state';
import type { Columns } from './columns';
import type { definePeople } from './people';

/** The action plan: what somebody wants to reach, the agreed steps, and what became of them. */
export function definePlan(c: Columns, people: ReturnType<typeof definePeople>) {
  const goals = c.table(
    'goals',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      title: c.text().notNull(),
      horizon: c.oneOf(GOAL_HORIZONS).notNull(),
      createdAt: c.instant().notNull(),
      /** Reached, or no longer wanted. */
      endedAt: c.instant(),
      reached: c.flag().notNull().default(false),
    },
    (t) => [c.index('goals_customer').on(t.customerId)],
  );

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
      /** What it is a step towards; null when nobody has said. */
      goalId: c.text(),
      /** Why it is not going on, as the person says; null while it is. */
      trouble: c.oneOf(STEP_TROUBLES),
      /** True for a step that the customer has added by themselves. */
      ownIdea: c.flag().notNull().default(false),
      /** Taken off the plan; never done, never deleted. */
      endedAt: c.instant(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('steps_customer').on(t.customerId, t.dueOn)],
  );

  /** What happened to a step, and what was said about it. */
  const stepEvents = c.table(
    'step_events',
    {
      id: c.text().primaryKey(),
      stepId: c
        .text()
        .notNull()
        .references(() => steps.id),
      at: c.instant().notNull(),
      kind: c.oneOf(STEP_EVENTS).notNull(),
      actorKind: c.oneOf(ACTOR_KINDS).notNull(),
      actorId: c.text(),
      /** Sealed; null when nothing was said. */
      note: c.sealed(),
      /** The meeting at which it was looked at together; null: outside one. */
      appointmentId: c.text(),
      /** How the step stood before, where that can be put back; null where it cannot. */
      before: c.json<StepBefore>(),
    },
    (t) => [c.index('step_events_step').on(t.stepId, t.at)],
  );

  /** Each time the plan was agreed, or looked at again together; the latest says when it is looked at next. */
  const planAgreements = c.table(
    'plan_agreements',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      agreedAt: c.instant().notNull(),
      agreedBy: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      /** A date, "2026-12-24". */
      nextReviewOn: c.text(),
    },
    (t) => [c.index('plan_agreements_customer').on(t.customerId, t.agreedAt)],
  );

  /** When an agreed plan is asked after again, one, three and six months later. */
  const followUps = c.table(
    'follow_ups',
    {
      id: c.text().primaryKey(),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      agreementId: c
        .text()
        .notNull()
        .references(() => planAgreements.id),
      months: c.integer().notNull(),
      /** A date, "2026-12-24". */
      dueOn: c.text().notNull(),
      doneAt: c.instant(),
      doneBy: c.text().references(() => people.staff.id),
      /** How it goes, sealed; null when nothing was written. */
      note: c.sealed(),
      /** No longer needed: the plan was agreed anew, or the person has left. */
      cancelledAt: c.instant(),
    },
    (t) => [
      c.uniqueIndex('follow_ups_once').on(t.agreementId, t.months),
      c.index('follow_ups_customer').on(t.customerId, t.dueOn),
      c
        .index('follow_ups_due')
        .on(t.dueOn)
        .where(sql`done_at is null and cancelled_at is null`),
    ],
  );

  return { goals, steps, stepEvents, planAgreements, followUps };
}
