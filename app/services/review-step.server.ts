import { findOfficeAppointment } from '@db/queries/staff-appointment.server';
import type { Queryable } from '@db/client.server';
import { findOfficeStepEvent, listStepEvents, lockStep, updateStep, type StepRow } from '@db/queries/plan.server';
import { isCancelled } from '~/domain/appointment/told-facts';
import type { AppointmentStatus } from '~/domain/appointment/appointment';
import { reviewStep as decide, type ReviewAnswer } from '~/domain/plan/review-step';
import type { StepBefore } from '~/domain/plan/step-state';
import { wallClockOf } from '~/domain/time/wall-clock';
import { changePlan } from './change-plan-as-staff.server';
import type { Deps } from './deps';
import { recordStepEvent } from './record-step-event.server';
import type { SignedInStaff } from './sessions.server';
import { withdrawStepReminder } from './step-reminder-message.server';

export type ReviewResult =
  /** `eventId` is what `undoStepReview` takes back; null when nothing changed. */
  | { ok: true; changed: boolean; eventId: string | null }
  /** `not_yet`: the meeting is on another day, or was called off. `changed_since`: the step is not open any more. */
  | { ok: false; reason: 'not_found' | 'not_yet' | 'changed_since' };

/** True when what is agreed at a meeting can be put on record: from its day on, unless it was called off. */
export function mayReview(
  appointment: { status: AppointmentStatus; startsAt: number },
  now: number,
  zone: string,
): boolean {
  return (
    !isCancelled(appointment.status) && wallClockOf(appointment.startsAt, zone).date <= wallClockOf(now, zone).date
  );
}

/** How a step stands, as far as it can be put back. */
const standing = ({ dueOn, doneAt, trouble, endedAt }: StepRow): StepBefore => ({ dueOn, doneAt, trouble, endedAt });

/**
 * Puts on record what was said of a step of the customer whom an appointment is with, when they looked at it together there.
 * The same again is one. The reminder of a step that is done, off the plan or has another date is withdrawn.
 * @param input.dueOn the new date, for the answer `date`.
 * @param input.note in words; empty: none.
 */
export const reviewStep =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    appointmentId: string;
    stepId: string;
    answer: ReviewAnswer;
    dueOn?: string;
    note: string;
  }): Promise<ReviewResult> => {
    const { staff, appointmentId, stepId, answer, dueOn, note } = input;
    const now = deps.clock.now();
    const found = await deps.db.read((q) => findOfficeAppointment(q, { id: appointmentId, officeId: staff.officeId }));
    if (!found) return { ok: false, reason: 'not_found' };
    const customerId = found.customer.id;
    if (!mayReview(found.appointment, now, found.office.timeZone)) return { ok: false, reason: 'not_yet' };
    return changePlan(deps, { staff, customerId }, 'plan.step_reviewed', async (q): Promise<ReviewResult> => {
      const step = await lockStep(q, { id: stepId, customerId });
      if (!step) return { ok: false, reason: 'not_found' };
      const review = decide(standing(step), answer, now, dueOn);
      const last = (await listStepEvents(q, [stepId])).at(-1)?.event;
      if (!review) {
        const same = last?.appointmentId === appointmentId && last.actorId === staff.id && last.kind === kindOf(answer);
        return same ? { ok: true, changed: false, eventId: last.id } : { ok: false, reason: 'changed_since' };
      }
      const said = last?.note ? deps.vault.open(last.note) : '';
      // A new date that it has been given just now is no second look.
      const sameKind = last?.kind === review.kind || (answer === 'date' && last?.kind === 'changed');
      if (last && sameKind && isAlready(step, review.after) && said === note.trim())
        if (last.appointmentId === appointmentId && last.actorId === staff.id)
          return { ok: true, changed: false, eventId: last.id };
      await updateStep(q, stepId, review.after);
      const actor = { kind: 'staff' as const, id: staff.id };
      const event = { stepId, kind: review.kind, actor, note, appointmentId, before: standing(step) };
      const eventId = await recordStepEvent(q, deps, event);
      if (review.kind === 'done' || review.kind === 'ended' || review.kind === 'changed')
        await withdrawStepReminder(q, deps, step);
      return { ok: true, changed: true, eventId };
    });
  };

const kindOf = (answer: ReviewAnswer) => (answer === 'end' ? 'ended' : answer === 'done' ? 'done' : null);

function isAlready(step: StepRow, after: Partial<StepBefore>): boolean {
  return Object.entries(after).every(([name, value]) => step[name as keyof StepBefore] === value);
}

/**
 * Takes back what was put on record of a step at a meeting: it stands as before. Only the last thing that happened to it can
 * be taken back. Twice is once.
 */
export const undoStepReview =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; eventId: string }): Promise<ReviewResult> => {
    const { staff, eventId } = input;
    const found = await deps.db.read((q) => findOfficeStepEvent(q, { id: eventId, officeId: staff.officeId }));
    if (!found || found.event.before === null || found.event.appointmentId === null)
      return { ok: false, reason: 'not_found' };
    const { event, customerId } = found;
    return changePlan(deps, { staff, customerId }, 'plan.step_review_undone', (q) => putBack(q, deps, event, input));
  };

async function putBack(
  q: Queryable,
  deps: Deps,
  event: NonNullable<Awaited<ReturnType<typeof findOfficeStepEvent>>>['event'],
  { staff, eventId }: { staff: SignedInStaff; eventId: string },
): Promise<ReviewResult> {
  const { stepId } = event;
  const events = (await listStepEvents(q, [stepId])).map((one) => one.event);
  const place = events.findIndex(({ id }) => id === eventId);
  const after = events.slice(place + 1);
  if (after.length === 1 && after[0]!.kind === 'reopened' && after[0]!.appointmentId === event.appointmentId)
    return { ok: true, changed: false, eventId: null };
  if (after.length > 0) return { ok: false, reason: 'changed_since' };
  const appointmentId = event.appointmentId ?? undefined;
  await updateStep(q, stepId, event.before!);
  const actor = { kind: 'staff' as const, id: staff.id };
  await recordStepEvent(q, deps, { stepId, kind: 'reopened', actor, appointmentId });
  return { ok: true, changed: true, eventId: null };
}
