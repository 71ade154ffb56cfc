import type { Queryable } from '@db/client.server';
import { listAgreements, listMeetingEvents, listSteps } from '@db/queries/plan.server';
import { findOfficeAppointment } from '@db/queries/staff-appointment.server';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { lastReview } from '~/domain/plan/review-step';
import type { StepEventKind } from '~/domain/plan/step';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { shownStep, type ShownStep } from './load-plan.server';
import { mayReview } from './review-step.server';
import type { SignedInStaff } from './sessions.server';

/** A step on the agenda of a meeting, and what came of it there, if they have looked at it. */
export interface AgendaStep extends ShownStep {
  /** `eventId` is what takes it back. */
  reviewed: { kind: StepEventKind; eventId: string } | null;
  /** Done or off the plan: nothing can be said of it at this meeting any more but that it is back. */
  settled: boolean;
}

/** What an appointment's page shows of the plan. Instants in ms; dates are those of the office. */
export interface Agenda {
  steps: AgendaStep[];
  /** What is agreed can be put on record: it is the day of the meeting, or later. */
  mayReview: boolean;
  nextReviewOn: string | null;
  /** The plan was agreed, or agreed again, today. */
  agreedToday: boolean;
}

type Found = NonNullable<Awaited<ReturnType<typeof findOfficeAppointment>>>;

/**
 * Every open step of the customer's plan, for when they meet: first those that somebody needs help with, then by date; below
 * them what was done, or taken off the plan, at this meeting.
 */
export async function loadAgenda(q: Queryable, { appointment, office }: Found, now: number): Promise<Agenda> {
  const today = wallClockOf(now, office.timeZone).date;
  const { customerId } = appointment;
  const here = groupBy(await listMeetingEvents(q, appointment.id), ({ step }) => step.id);
  const of = (step: Awaited<ReturnType<typeof listSteps>>[number]): AgendaStep => {
    const last = lastReview((here.get(step.id) ?? []).map(({ event }) => event));
    return {
      ...shownStep(step, today),
      reviewed: last && { kind: last.kind, eventId: last.id },
      settled: step.doneAt !== null || step.endedAt !== null,
    };
  };
  const steps = (await listSteps(q, customerId)).map(of);
  const open = steps.filter(({ settled }) => !settled);
  const troubled = ({ state }: AgendaStep) => state === 'help' || state === 'cannot';
  const [latest] = await listAgreements(q, customerId);
  return {
    steps: [
      ...open.filter(troubled),
      ...open.filter((step) => !troubled(step)),
      ...steps.filter(({ settled, reviewed }) => settled && reviewed !== null),
    ],
    mayReview: mayReview(appointment, now, office.timeZone),
    nextReviewOn: latest?.nextReviewOn ?? null,
    agreedToday: latest !== undefined && wallClockOf(latest.agreedAt, office.timeZone).date === today,
  };
}

/**
 * The agenda of one appointment, to work through or to print; on record as the plan's being read.
 * @returns null when there is no such appointment, or it is another office's, or its customer is.
 */
export const viewAgenda = (deps: Deps) => async (input: { staff: SignedInStaff; appointmentId: string }) => {
  const { staff, appointmentId } = input;
  const now = deps.clock.now();
  const found = await deps.db.read(async (q) => {
    const row = await findOfficeAppointment(q, { id: appointmentId, officeId: staff.officeId });
    if (row?.customer.officeId !== staff.officeId) return null;
    const { appointment, customer, adviser, office } = row;
    const person = ({ id, firstName, lastName }: PersonName): PersonName => ({ id, firstName, lastName });
    return {
      ...{ id: appointment.id, startsAt: appointment.startsAt, purpose: appointment.purpose, bring: appointment.bring },
      ...{ customer: person(customer), adviser: person(adviser), zone: office.timeZone, now },
      agenda: await loadAgenda(q, row, now),
    };
  });
  if (!found) return null;
  const subject = { subjectKind: 'customer', subjectId: found.customer.id };
  await recordRead(deps)({ reader: staff, action: 'plan.read', ...subject });
  return found;
};

export type AgendaView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewAgenda>>>>;
