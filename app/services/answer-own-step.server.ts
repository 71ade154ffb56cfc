import { lockStep, updateStep } from '@db/queries/plan.server';
import type { Actor } from '~/domain/access/role';
import { changeStep, type StepAnswer } from '~/domain/plan/change-step';
import type { Deps } from './deps';
import { recordStepEvent } from './record-step-event.server';
import { withdrawStepReminder } from './step-reminder-message.server';

/** A step and whose it is; `helpId` is the help in which a colleague answers for them, if one does. */
export interface OwnStepKey {
  customerId: string;
  stepId: string;
  helpId?: string | null;
}

/** The customer, on record as having done it; in a help, too. */
export function byCustomer({ customerId: id, helpId }: Omit<OwnStepKey, 'stepId'>): Actor {
  return { kind: 'customer', id, helpId };
}

export type AnswerStepResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

/**
 * A customer says of one of their own steps that it is done, that they cannot do it, or that they need help; or takes that
 * back. The same again changes nothing, unless something is said with it. A note is kept sealed.
 * `not_found`: there is no such step, it is not theirs, it is off the plan, or somebody else is to do it.
 */
export const answerOwnStep =
  (deps: Deps) =>
  async (input: OwnStepKey & { answer: StepAnswer; note: string }): Promise<AnswerStepResult> =>
    deps.db.write(async (q) => {
      const { customerId, stepId, answer, note } = input;
      const step = await lockStep(q, { id: stepId, customerId });
      if (!step || step.owner !== 'customer' || step.endedAt !== null) return { ok: false, reason: 'not_found' };
      const change = changeStep(step, answer, deps.clock.now());
      if (!change && note.trim() === '') return { ok: true, changed: false };
      if (change) await updateStep(q, stepId, change);
      await recordStepEvent(q, deps, { stepId, kind: answer, actor: byCustomer(input), note });
      if (answer === 'done') await withdrawStepReminder(q, deps, step);
      return { ok: true, changed: change !== null };
    });
