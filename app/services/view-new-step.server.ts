import { listLibrary } from '@db/queries/plan.server';
import { listBarriers } from '@db/queries/staff-customer.server';
import { arrangeLibrary, libraryWords } from '~/domain/plan/library';
import { addDays } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { viewPlanAsStaff } from './view-plan-as-staff.server';

/**
 * What a colleague needs to write a step into a customer's plan: their goals, and the steps that the office agrees often, in
 * the language of the customer, what helps with what they have said is hard first. `dueOn`: when it would be due, from today.
 * On record as the plan is. @returns null when there is no such customer, or they are another office's.
 */
export const viewNewStep = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) => {
  const { staff, customerId } = input;
  const view = await viewPlanAsStaff(deps)(input);
  if (!view) return null;
  const { customer, today, zone, plan } = view;
  const library = await deps.db.read(async (q) => {
    const barriers = (await listBarriers(q, customerId)).map(({ kind }) => kind);
    return arrangeLibrary(await listLibrary(q, staff.officeId), barriers);
  });
  return {
    ...{ customer, today, zone },
    goals: [...plan.goals.short, ...plan.goals.long].map(({ id, title }) => ({ id, title })),
    library: library.map(({ barrier, theirs, steps }) => ({
      ...{ barrier, theirs },
      steps: steps.map((step) => ({
        ...{ id: step.id, owner: step.owner, dueOn: addDays(today, step.days) },
        ...libraryWords(step, customer.language),
      })),
    })),
  };
};

export type NewStepView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewNewStep>>>>;
