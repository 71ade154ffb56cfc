import { lockGoal, updateGoal } from '@db/queries/plan.server';
import { changePlan, type ChangePlanResult, type PlanChange } from './change-plan-as-staff.server';
import type { Deps } from './deps';

type GoalChange = PlanChange & { goalId: string };

/** Ends a goal of a customer of the member's office: reached, or no longer wanted. Its open steps stay on the plan. Twice is once. */
export const endGoal =
  (deps: Deps) =>
  (input: GoalChange & { reached: boolean }): Promise<ChangePlanResult> =>
    changePlan(
      deps,
      input,
      input.reached ? 'plan.goal_reached' : 'plan.goal_ended',
      async (q): Promise<ChangePlanResult> => {
        const { goalId: id, customerId, reached } = input;
        const goal = await lockGoal(q, { id, customerId });
        if (!goal) return { ok: false, reason: 'not_found' };
        if (goal.endedAt !== null && goal.reached === reached) return { ok: true, changed: false };
        await updateGoal(q, id, { endedAt: deps.clock.now(), reached });
        return { ok: true, changed: true };
      },
    );

/** Takes that back: the goal is pursued again, with the steps that lead to it. */
export const reopenGoal =
  (deps: Deps) =>
  (input: GoalChange): Promise<ChangePlanResult> =>
    changePlan(deps, input, 'plan.goal_reopened', async (q): Promise<ChangePlanResult> => {
      const { goalId: id, customerId } = input;
      const goal = await lockGoal(q, { id, customerId });
      if (!goal) return { ok: false, reason: 'not_found' };
      if (goal.endedAt === null) return { ok: true, changed: false };
      await updateGoal(q, id, { endedAt: null, reached: false });
      return { ok: true, changed: true };
    });

/** Puts other words to a goal, pursued or ended. */
export const renameGoal =
  (deps: Deps) =>
  (input: GoalChange & { title: string }): Promise<ChangePlanResult> =>
    changePlan(deps, input, 'plan.goal_renamed', async (q): Promise<ChangePlanResult> => {
      const { goalId: id, customerId, title } = input;
      const goal = await lockGoal(q, { id, customerId });
      if (!goal) return { ok: false, reason: 'not_found' };
      if (goal.title === title) return { ok: true, changed: false };
      await updateGoal(q, id, { title });
      return { ok: true, changed: true };
    });
