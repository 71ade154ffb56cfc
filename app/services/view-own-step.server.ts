import { findStep, listStepEvents } from '@db/queries/plan.server';
import type { Deps } from './deps';
import { shownStep } from './load-plan.server';
import { planOwner } from './view-plan.server';

/**
 * One step of a customer's own plan, and what they said of it last.
 * @returns null when there is none, it is not theirs, or it is off the plan.
 */
export const viewOwnStep = (deps: Deps) => async (input: { customerId: string; stepId: string }) =>
  deps.db.read(async (q) => {
    const { adviserFirstName, phone, zone, today } = await planOwner(q, deps, input.customerId);
    const step = await findStep(q, { id: input.stepId, customerId: input.customerId });
    if (!step || step.endedAt !== null) return null;
    const said = (await listStepEvents(q, [step.id])).findLast(({ event }) => event.note !== null);
    const note = said?.event.actorKind === 'customer' && said.event.note !== null ? said.event.note : null;
    return {
      ...{ step: shownStep(step, today), said: note === null ? null : deps.vault.open(note) },
      ...{ adviserFirstName, phone, zone, today },
    };
  });

export type OwnStepView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewOwnStep>>>>;
