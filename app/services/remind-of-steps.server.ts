import { lockStep } from '@db/queries/plan.server';
import { findLastChange, listKnownMessages, listStepsToRemind } from '@db/queries/step-reminders.server';
import { DAY } from '~/domain/clock';
import { isStepReminderDue, stepReminderWindow, STEP_REMINDER_DAYS } from '~/domain/plan/step-reminder';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import { stepText } from '~/i18n/messages/step';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { stepMessageId } from './step-reminder-message.server';
import { tellCustomer } from './tell-customer.server';

type Candidate = Awaited<ReturnType<typeof listStepsToRemind>>[number];

/**
 * Queues a text or an email about each step whose reminder is due: one for a step and its date, whatever happens and however
 * many workers look at once. It is queued at the moment itself, so that a step that is done by then is not reminded of.
 * Whoever cannot be reached now is tried again until the evening.
 * @returns how many were queued.
 */
export const remindOfSteps = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  // A day on either side, for whichever zone an office is in.
  const from = addDays(wallClockOf(now - DAY, 'UTC').date, 0);
  const to = addDays(wallClockOf(now + DAY, 'UTC').date, Math.max(...STEP_REMINDER_DAYS));
  const due = await deps.db.read(async (q) => {
    const steps = (await listStepsToRemind(q, { from, to })).filter((step) => isDue(step, step.createdAt, now));
    const known = await listKnownMessages(q, steps.map((step) => stepMessageId(deps, step))); // prettier-ignore
    return steps.filter((step) => !known.has(stepMessageId(deps, step)));
  });
  let queued = 0;
  for (const step of due) if (await remind(deps, step)) queued += 1;
  return queued;
};

function isDue(step: Candidate, setAt: number, now: number): boolean {
  const { dueOn, doneAt, endedAt, zone, on, daysBefore } = step;
  return isStepReminderDue({ dueOn, doneAt, endedAt, setAt }, { on, daysBefore }, zone, now);
}

/** Looks again under the step's lock: another worker may have been here, and the person may just have done it. */
async function remind(deps: Deps, candidate: Candidate): Promise<boolean> {
  return deps.db.write(async (q) => {
    const { id: stepId, customerId, zone, daysBefore } = candidate;
    const step = await lockStep(q, { id: stepId, customerId });
    if (!step || step.dueOn !== candidate.dueOn) return false;
    const setAt = Math.max(step.createdAt, (await findLastChange(q, stepId)) ?? 0);
    const { doneAt, endedAt } = step;
    if (!isDue({ ...candidate, doneAt, endedAt }, setAt, deps.clock.now())) return false;
    const id = stepMessageId(deps, step);
    if ((await listKnownMessages(q, [id])).has(id)) return false;
    return tellCustomer(q, deps, {
      id,
      customerId,
      purpose: 'step',
      sendBy: stepReminderWindow(step.dueOn, daysBefore, zone).until,
      requestId: null,
      write: ({ customer, office, adviserFirstName, channel }) =>
        stepText({
          channel,
          language: customer.language,
          discreet: customer.discreet,
          facts: {
            firstName: customer.knownAs ?? customer.firstName,
            adviserFirstName: adviserFirstName ?? '',
            action: step.action,
            dueOn: step.dueOn,
            today: wallClockOf(deps.clock.now(), zone).date,
            zone,
            officePhone: officePhone(deps.phoneNumbers, office.phone),
            link: `${deps.publicUrl}/plan`,
          },
        }),
    });
  });
}
