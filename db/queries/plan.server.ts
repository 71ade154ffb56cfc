import { and, asc, desc, eq, isNull, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type StepRow = InferSelectModel<Tables['steps']>;
type NewStep = InferInsertModel<Tables['steps']>;
type NewStepEvent = InferInsertModel<Tables['stepEvents']>;

/** What a customer wants to reach, in the order in which it was written down. */
export async function listGoals(q: Queryable, customerId: string) {
  const { goals } = q.tables;
  return q.select().from(goals).where(eq(goals.customerId, customerId)).orderBy(asc(goals.createdAt), asc(goals.id));
}

/** Every step that a customer's plan has had, ended ones as well, the first to be done first. */
export async function listSteps(q: Queryable, customerId: string): Promise<StepRow[]> {
  const { steps } = q.tables;
  return q
    .select()
    .from(steps)
    .where(eq(steps.customerId, customerId))
    .orderBy(asc(steps.dueOn), asc(steps.createdAt), asc(steps.id));
}

/** Each time the plan was agreed or looked at again, newest first, with the first name of who did it with them. */
export async function listAgreements(q: Queryable, customerId: string) {
  const { planAgreements: agreements, staff } = q.tables;
  return q
    .select({
      id: agreements.id,
      agreedAt: agreements.agreedAt,
      agreedBy: agreements.agreedBy,
      nextReviewOn: agreements.nextReviewOn,
      byFirstName: staff.firstName,
    })
    .from(agreements)
    .innerJoin(staff, eq(staff.id, agreements.agreedBy))
    .where(eq(agreements.customerId, customerId))
    .orderBy(desc(agreements.agreedAt), desc(agreements.id));
}

/** A customer's own step, or null: somebody else's and none look the same. */
export async function findStep(q: Queryable, params: { id: string; customerId: string }): Promise<StepRow | null> {
  const [row] = await stepOf(q, params);
  return row ?? null;
}

/** The same, locked for a decision about it. */
export async function lockStep(q: Queryable, params: { id: string; customerId: string }): Promise<StepRow | null> {
  const [row] = await forChange(q, stepOf(q, params));
  return row ?? null;
}

function stepOf(q: Queryable, params: { id: string; customerId: string }) {
  const { steps } = q.tables;
  return q
    .select()
    .from(steps)
    .where(and(eq(steps.id, params.id), eq(steps.customerId, params.customerId)));
}

/** @returns false where a step has this id already: then nothing is written. */
export async function insertStep(q: Queryable, step: NewStep): Promise<boolean> {
  const { steps } = q.tables;
  const written = await q.insert(steps).values(step).onConflictDoNothing().returning({ id: steps.id });
  return written.length > 0;
}

/** Changes one step. The caller holds its lock. */
export async function updateStep(q: Queryable, id: string, change: Partial<NewStep>): Promise<void> {
  const { steps } = q.tables;
  await q.update(steps).set(change).where(eq(steps.id, id));
}

export async function insertStepEvent(q: Queryable, event: NewStepEvent): Promise<void> {
  await q.insert(q.tables.stepEvents).values(event);
}

/** What happened to these steps, oldest first; notes are sealed. */
export async function listStepEvents(q: Queryable, stepIds: readonly string[]) {
  if (stepIds.length === 0) return [];
  const { stepEvents: events, staff } = q.tables;
  return q
    .select({ event: events, byFirstName: staff.firstName })
    .from(events)
    .leftJoin(staff, and(eq(events.actorKind, 'staff'), eq(staff.id, events.actorId)))
    .where(isOneOf(q, events.stepId, stepIds))
    .orderBy(asc(events.at), asc(events.id));
}

/** A customer's own goal that is still pursued, or null. */
export async function findGoal(q: Queryable, params: { id: string; customerId: string }) {
  const { goals } = q.tables;
  const [row] = await q
    .select()
    .from(goals)
    .where(and(eq(goals.id, params.id), eq(goals.customerId, params.customerId), isNull(goals.endedAt)));
  return row ?? null;
}

/** @returns false where a goal has this id already: then nothing is written. */
export async function insertGoal(q: Queryable, goal: InferInsertModel<Tables['goals']>): Promise<boolean> {
  const { goals } = q.tables;
  const written = await q.insert(goals).values(goal).onConflictDoNothing().returning({ id: goals.id });
  return written.length > 0;
}

export async function insertAgreement(q: Queryable, one: InferInsertModel<Tables['planAgreements']>): Promise<void> {
  await q.insert(q.tables.planAgreements).values(one);
}

export async function updateAgreement(q: Queryable, id: string, change: { nextReviewOn: string | null }) {
  const { planAgreements } = q.tables;
  await q.update(planAgreements).set(change).where(eq(planAgreements.id, id));
}

/** A customer of this office whose plan is about to be changed, locked; null when there is none, or they are another office's. */
export async function lockPlanOwner(q: Queryable, params: { id: string; officeId: string }) {
  const { customers, offices } = q.tables;
  const [owner] = await forChange(
    q,
    q
      .select({ id: customers.id, officeId: customers.officeId })
      .from(customers)
      .where(and(eq(customers.id, params.id), eq(customers.officeId, params.officeId))),
  );
  if (!owner) return null;
  const [office] = await q.select({ zone: offices.timeZone }).from(offices).where(eq(offices.id, owner.officeId));
  return office ? { id: owner.id, zone: office.zone } : null;
}

/** Whether steps are reminded of, and how many days before. */
export async function updateStepReminders(
  q: Queryable,
  customerId: string,
  wish: { stepReminders: boolean; stepReminderDays: number; updatedAt: number },
): Promise<void> {
  const { customers } = q.tables;
  await q.update(customers).set(wish).where(eq(customers.id, customerId));
}

/** A customer's own goal, pursued or ended, locked for a decision about it. */
export async function lockGoal(q: Queryable, params: { id: string; customerId: string }) {
  const { goals } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select()
      .from(goals)
      .where(and(eq(goals.id, params.id), eq(goals.customerId, params.customerId))),
  );
  return row ?? null;
}

/** Changes one goal. The caller holds its lock. */
export async function updateGoal(
  q: Queryable,
  id: string,
  change: Partial<InferInsertModel<Tables['goals']>>,
): Promise<void> {
  const { goals } = q.tables;
  await q.update(goals).set(change).where(eq(goals.id, id));
}

/** What happened to the steps at one meeting, oldest first. */
export async function listMeetingEvents(q: Queryable, appointmentId: string) {
  const { stepEvents: events, steps } = q.tables;
  return q
    .select({ event: events, step: steps })
    .from(events)
    .innerJoin(steps, eq(steps.id, events.stepId))
    .where(eq(events.appointmentId, appointmentId))
    .orderBy(asc(events.at), asc(events.id));
}

/** An event of a step of a customer of this office, with whose step it is; null when there is none, or it is another office's. */
export async function findOfficeStepEvent(q: Queryable, params: { id: string; officeId: string }) {
  const { stepEvents: events, steps, customers } = q.tables;
  const [row] = await q
    .select({ event: events, customerId: steps.customerId })
    .from(events)
    .innerJoin(steps, eq(steps.id, events.stepId))
    .innerJoin(customers, eq(customers.id, steps.customerId))
    .where(and(eq(events.id, params.id), eq(customers.officeId, params.officeId)));
  return row ?? null;
}

/** The steps that an office agrees often, in the order that it gave them. */
export async function listLibrary(q: Queryable, officeId: string) {
  const { stepLibrary } = q.tables;
  return q
    .select()
    .from(stepLibrary)
    .where(and(eq(stepLibrary.officeId, officeId), eq(stepLibrary.active, true)))
    .orderBy(asc(stepLibrary.position), asc(stepLibrary.id));
}
