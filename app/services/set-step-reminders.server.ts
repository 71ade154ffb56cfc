import { updateStepReminders } from '@db/queries/plan.server';
import type { Deps } from './deps';

/** Whether a customer is reminded of their steps, and how many days before. The same again changes nothing. */
export const setStepReminders =
  (deps: Deps) =>
  async (input: { customerId: string; on: boolean; daysBefore: number }): Promise<void> => {
    const { customerId, on, daysBefore } = input;
    const wish = { stepReminders: on, stepReminderDays: daysBefore, updatedAt: deps.clock.now() };
    await deps.db.write((q) => updateStepReminders(q, customerId, wish));
  };
