import { listFollowUps } from '@db/queries/follow-ups.server';
import { listHelpersOf, type HelpedBy } from '@db/queries/helped-things.server';
import { listAgreements, listStepEvents } from '@db/queries/plan.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { followUpState } from '~/domain/plan/follow-up';
import type { StepEventKind } from '~/domain/plan/step';
import { stepHints, type StepHint } from '~/domain/plan/step-hints';
import { daysBetween, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { loadPlan, type LoadedPlan, type ShownStep } from './load-plan.server';
import type { SignedInStaff } from './sessions.server';

/** What was said about a step, what came of it at a meeting, or was put in for the customer; `by` is null for the customer. `text` is null where nothing was said. */
export interface StepNote {
  id: string;
  at: number;
  kind: StepEventKind;
  by: string | null;
  text: string | null;
  /** It was looked at together, at a meeting. */
  atMeeting: boolean;
  /** The colleague who put it in for the customer, and how; null when they did it themselves. */
  helped: HelpedBy | null;
}

/**
 * The plan of a customer of the viewer's office, with what was said about its steps, and advice about those that are open;
 * on record as read.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewPlanAsStaff = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) => {
  const { staff, customerId } = input;
  const now = deps.clock.now();
  const found = await deps.db.read(async (q) => {
    const owner = await findCustomerWithOffice(q, customerId);
    if (owner?.customer.officeId !== staff.officeId) return null;
    const zone = owner.office.timeZone;
    const today = wallClockOf(now, zone).date;
    const plan = await loadPlan(q, customerId, today);
    const events = await listStepEvents(q, stepsOf(plan).map(({ id }) => id)); // prettier-ignore
    const helpers = await listHelpersOf(q, events.map(({ event }) => event.id)); // prettier-ignore
    const notes = new Map<string, StepNote[]>();
    for (const { event, byFirstName } of events) {
      const atMeeting = event.appointmentId !== null;
      const helped = helpers.get(event.id) ?? null;
      if (event.note === null && !atMeeting && !helped) continue;
      const text = event.note === null ? null : deps.vault.open(event.note);
      const note = { id: event.id, at: event.at, kind: event.kind, by: byFirstName, text, atMeeting, helped };
      notes.set(event.stepId, [...(notes.get(event.stepId) ?? []), note]);
    }
    const { id, firstName, lastName } = owner.customer;
    const { adviserFirstName } = owner;
    const agreements = (await listAgreements(q, customerId)).map(({ id, agreedAt, byFirstName, nextReviewOn }) => ({
      ...{ id, agreedAt, byFirstName, nextReviewOn },
    }));
    const followUps = (await listFollowUps(q, customerId)).map(({ followUp, byFirstName }) => ({
      ...{ id: followUp.id, months: followUp.months, dueOn: followUp.dueOn, doneAt: followUp.doneAt, by: byFirstName },
      ...{
        state: followUpState(followUp, today),
        note: followUp.note === null ? null : deps.vault.open(followUp.note),
      },
    }));
    return {
      customer: { id, firstName, lastName, language: owner.customer.language },
      followUps: followUps.filter(({ state }) => state !== 'cancelled'),
      ...{ adviserFirstName, zone, today, now, plan, agreements },
      notes: Object.fromEntries(notes),
      hints: hintsFor(plan, today),
    };
  });
  if (!found) return null;
  await recordRead(deps)({ reader: staff, action: 'plan.read', subjectKind: 'customer', subjectId: customerId });
  return found;
};

export type StaffPlanView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewPlanAsStaff>>>>;

const openSteps = ({ goals, loose }: LoadedPlan): ShownStep[] => [
  ...[...goals.short, ...goals.long].flatMap(({ steps }) => steps),
  ...loose,
];
const stepsOf = (plan: LoadedPlan) => [...openSteps(plan), ...plan.done];

function hintsFor(plan: LoadedPlan, today: string): Record<string, StepHint[]> {
  return Object.fromEntries(
    openSteps(plan).map(({ id, action, dueOn }) => [id, stepHints(action, daysBetween(today, dueOn))]),
  );
}
