import type { Queryable } from '@db/client.server';
import {
  findGoal,
  insertAgreement,
  insertGoal,
  insertStep,
  listAgreements,
  lockPlanOwner,
  lockStep,
  updateAgreement,
  updateStep,
  type StepRow,
} from '@db/queries/plan.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { changeStep } from '~/domain/plan/change-step';
import type { GoalHorizon, StepOwner } from '~/domain/plan/step';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { planFollowUps } from './plan-follow-ups.server';
import { recordStepEvent } from './record-step-event.server';
import type { SignedInStaff } from './sessions.server';
import { withdrawStepReminder } from './step-reminder-message.server';

export interface PlanChange {
  staff: SignedInStaff;
  customerId: string;
}

/** `not_found`: no such customer in the member's office, or no such goal or step in the plan. */
export type ChangePlanResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

/** Does a change to the plan of a customer of the member's office, and keeps its line in the audit trail with it. */
export async function changePlan<Result extends { ok: true; changed: boolean } | { ok: false }>(
  deps: Deps,
  { staff, customerId }: PlanChange,
  action: AuditAction,
  act: (q: Queryable, owner: { zone: string }) => Promise<Result>,
): Promise<Result | { ok: false; reason: 'not_found' }> {
  return deps.db.write(async (q) => {
    const owner = await lockPlanOwner(q, { id: customerId, officeId: staff.officeId });
    if (!owner) return { ok: false, reason: 'not_found' };
    const result = await act(q, owner);
    if (result.ok && result.changed) {
      const actor = { kind: 'staff' as const, id: staff.id };
      const subject = { subjectKind: 'customer', subjectId: customerId };
      await appendAudit(q, deps, { chain: officeChain(staff.officeId), actor, action, ...subject });
    }
    return result;
  });
}

/** @param input.goalId made when the form was: the same form sent twice adds one goal. */
export const addGoal =
  (deps: Deps) =>
  (input: PlanChange & { goalId: string; title: string; horizon: GoalHorizon }): Promise<ChangePlanResult> =>
    changePlan(deps, input, 'plan.goal_added', async (q): Promise<ChangePlanResult> => {
      const { goalId: id, customerId, title, horizon } = input;
      const added = await insertGoal(q, { id, customerId, title, horizon, createdAt: deps.clock.now() });
      return { ok: true, changed: added };
    });

/** @param input.stepId made when the form was: the same form sent twice adds one step. `goalId` null: towards none of them. */
export const addAgreedStep =
  (deps: Deps) =>
  (
    input: PlanChange & { stepId: string; action: string; owner: StepOwner; dueOn: string; goalId: string | null },
  ): Promise<ChangePlanResult> =>
    changePlan(deps, input, 'plan.step_added', async (q): Promise<ChangePlanResult> => {
      const { staff, stepId, customerId, action, owner, dueOn, goalId } = input;
      if (goalId !== null && !(await findGoal(q, { id: goalId, customerId })))
        return { ok: false, reason: 'not_found' };
      const step = { id: stepId, customerId, action, owner, dueOn, goalId, createdAt: deps.clock.now() };
      if (!(await insertStep(q, step))) return { ok: true, changed: false };
      await recordStepEvent(q, deps, { stepId, kind: 'added', actor: { kind: 'staff', id: staff.id } });
      return { ok: true, changed: true };
    });

/**
 * The plan was agreed, or looked at again, together, today; on `nextReviewOn` (a date, or null) they look at it next. Again
 * on the same day it is the same agreement, with the date that was said last. It is asked after 1, 3 and 6 months later.
 */
export const agreePlan =
  (deps: Deps) =>
  (input: PlanChange & { nextReviewOn: string | null }): Promise<ChangePlanResult> =>
    changePlan(deps, input, 'plan.agreed', async (q, { zone }): Promise<ChangePlanResult> => {
      const { staff, customerId, nextReviewOn } = input;
      const agreedAt = deps.clock.now();
      const [latest] = await listAgreements(q, customerId);
      const today = wallClockOf(agreedAt, zone).date;
      if (latest?.agreedBy === staff.id && wallClockOf(latest.agreedAt, zone).date === today) {
        if (latest.nextReviewOn === nextReviewOn) return { ok: true, changed: false };
        await updateAgreement(q, latest.id, { nextReviewOn });
        await planFollowUps(q, deps, { officeId: staff.officeId, customerId, agreementId: latest.id, today });
        return { ok: true, changed: true };
      }
      const agreementId = deps.newId();
      await insertAgreement(q, { id: agreementId, customerId, agreedAt, agreedBy: staff.id, nextReviewOn });
      await planFollowUps(q, deps, { officeId: staff.officeId, customerId, agreementId, today });
      return { ok: true, changed: true };
    });

/** What staff can do to a step. `reopened` takes the others back. */
export type StaffStepAnswer = 'done' | 'ended' | 'reopened';

/** Marks a step of whoever's as done, takes it off the plan, or puts it back. Twice is once. */
export const answerStepAsStaff =
  (deps: Deps) =>
  (input: PlanChange & { stepId: string; answer: StaffStepAnswer }): Promise<ChangePlanResult> =>
    changePlan(deps, input, `plan.step_${input.answer}`, async (q): Promise<ChangePlanResult> => {
      const { staff, customerId, stepId, answer } = input;
      const step = await lockStep(q, { id: stepId, customerId });
      if (!step) return { ok: false, reason: 'not_found' };
      const after = afterAnswer(step, answer, deps.clock.now());
      if (!after) return { ok: true, changed: false };
      await updateStep(q, stepId, after);
      await recordStepEvent(q, deps, { stepId, kind: answer, actor: { kind: 'staff', id: staff.id } });
      if (answer !== 'reopened') await withdrawStepReminder(q, deps, step);
      return { ok: true, changed: true };
    });

function afterAnswer(step: StepRow, answer: StaffStepAnswer, now: number): Partial<StepRow> | null {
  if (answer === 'ended') return step.endedAt === null ? { endedAt: now } : null;
  if (answer === 'reopened' && step.endedAt !== null) return { endedAt: null };
  return step.endedAt === null ? changeStep(step, answer, now) : null;
}
