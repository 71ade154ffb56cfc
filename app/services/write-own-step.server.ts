import { insertStep, lockStep, updateStep } from '@db/queries/plan.server';
import type { Queryable } from '@db/client.server';
import { byCustomer, type OwnStepKey } from './answer-own-step.server';
import type { Deps } from './deps';
import { recordStepEvent } from './record-step-event.server';
import { withdrawStepReminder } from './step-reminder-message.server';

/** What a step says: what is to be done, and by which date. */
export interface StepWords {
  action: string;
  dueOn: string;
}

type Result = { ok: true } | { ok: false; reason: 'not_found' };

/**
 * Adds a step that the customer has thought of.
 * @param input.stepId made when the form was: the same form sent twice adds one step.
 */
export const addOwnStep =
  (deps: Deps) =>
  async (input: OwnStepKey & StepWords): Promise<void> =>
    deps.db.write(async (q) => {
      const { customerId, stepId, action, dueOn } = input;
      const step = { id: stepId, customerId, action, dueOn, owner: 'customer' as const, ownIdea: true };
      if (!(await insertStep(q, { ...step, createdAt: deps.clock.now() }))) return;
      await recordStepEvent(q, deps, { stepId, kind: 'added', actor: byCustomer(input) });
    });

/** A step of the customer's own making, locked; what was agreed with somebody is theirs to answer, not to rewrite. */
async function ownIdea(q: Queryable, input: { customerId: string; stepId: string }) {
  const step = await lockStep(q, { id: input.stepId, customerId: input.customerId });
  return step?.ownIdea ? step : null;
}

/** Puts other words or another date to a step of the customer's own. */
export const rewriteOwnStep =
  (deps: Deps) =>
  async (input: OwnStepKey & StepWords): Promise<Result> =>
    deps.db.write(async (q) => {
      const step = await ownIdea(q, input);
      if (!step || step.endedAt !== null) return { ok: false, reason: 'not_found' };
      const { action, dueOn, stepId } = input;
      if (step.action === action && step.dueOn === dueOn) return { ok: true };
      await updateStep(q, stepId, { action, dueOn });
      await recordStepEvent(q, deps, { stepId, kind: 'changed', actor: byCustomer(input) });
      await withdrawStepReminder(q, deps, step);
      return { ok: true };
    });

/** Takes a step of the customer's own off the plan, or puts it back. Twice is once. */
export const setOwnStepEnded =
  (deps: Deps) =>
  async (input: OwnStepKey & { ended: boolean }): Promise<Result> =>
    deps.db.write(async (q) => {
      const { stepId, ended } = input;
      const step = await ownIdea(q, input);
      if (!step) return { ok: false, reason: 'not_found' };
      if ((step.endedAt !== null) === ended) return { ok: true };
      await updateStep(q, stepId, { endedAt: ended ? deps.clock.now() : null });
      await recordStepEvent(q, deps, { stepId, kind: ended ? 'ended' : 'reopened', actor: byCustomer(input) });
      if (ended) await withdrawStepReminder(q, deps, step);
      return { ok: true };
    });
