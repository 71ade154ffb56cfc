import { json } from '@remix-run/node';
import { isDate } from '~/domain/appointment/chosen-day';
import { chosenDue } from '~/domain/plan/due-choice';
import { REVIEW_ANSWERS } from '~/domain/plan/review-step';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { SignedInStaff } from '~/services/sessions.server';
import type { AgendaView } from '~/services/view-agenda.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { badRequest, notFound } from './responses.server';
import { backToPage, noticeIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const MOST_WORDS = 1_000;

/** What is wrong with a form of the agenda, and what was typed; `step` null: the form that agrees the plan again. */
export interface AgendaFault {
  step: string | null;
  field: 'note' | 'date' | 'reviewOn';
  fault: 'note' | 'not_a_date' | 'past' | 'too_far' | 'reviewOn';
  note: string;
  date: string;
}

async function viewOf({ person, params, context }: StaffVisit): Promise<AgendaView> {
  const view = await context.services.viewAgenda({ staff: person, appointmentId: params.id ?? '' });
  if (!view) throw notFound();
  return view;
}

/** GET of the agenda, and of the form that agrees the plan again, so that the page is still there when an answer is wrong. */
export async function showAgenda(visit: StaffVisit) {
  const { person, url, language } = visit;
  const view = await viewOf(visit);
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), me });
}

const wrong = (fault: AgendaFault) => json({ errors: fault }, { status: 422 });

/** POST of the agenda: what came of one step. The note goes with whichever button was pressed. */
export async function reviewOne(visit: StaffVisit) {
  const { person, params, context, request } = visit;
  const { step = '', answer: said, note = '', date = '', back } = await readAnswers(request);
  const answer = REVIEW_ANSWERS.find((one) => one === said);
  if (answer === undefined) throw badRequest();
  const { zone, now, agenda } = await viewOf(visit);
  const fault = { step, note, date };
  if (note.length > MOST_WORDS) return wrong({ ...fault, field: 'note', fault: 'note' });
  let dueOn: string | undefined;
  if (answer === 'date') {
    const [year, month, day] = date.split('-');
    const kept = agenda.steps.find(({ id }) => id === step)?.dueOn ?? null;
    const due = chosenDue({ due: 'date', year, month, day }, wallClockOf(now, zone).date, kept);
    if ('fault' in due)
      return wrong({ ...fault, field: 'date', fault: due.fault === 'choose' ? 'not_a_date' : due.fault });
    dueOn = due.date;
  }
  const appointmentId = params.id ?? '';
  const result = await context.services.reviewStep({ staff: person, appointmentId, stepId: step, answer, dueOn, note });
  if (result.ok) return backToPage(back, `step_${answer}`, result.eventId === null ? null : { id: result.eventId });
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, result.reason === 'not_yet' ? 'step_not_yet' : 'step_changed_since');
}

/** POST of "Agreed again", with the date on which they look at it next. */
export async function agreeAgain(visit: StaffVisit) {
  const { person, context, request } = visit;
  const { reviewOn = '', back } = await readAnswers(request);
  const { zone, now, customer, agenda } = await viewOf(visit);
  if (!agenda.mayReview) return backToPage(back, 'step_not_yet');
  if (!isDate(reviewOn) || reviewOn < wallClockOf(now, zone).date)
    return wrong({ step: null, field: 'reviewOn', fault: 'reviewOn', note: '', date: reviewOn });
  const agreed = await context.services.agreePlan({ staff: person, customerId: customer.id, nextReviewOn: reviewOn });
  if (!agreed.ok) throw notFound();
  return backToPage(back, 'plan_agreed_again');
}

/** POST undo of what was put on record of a step at a meeting. */
export async function undoReview({ person, params, context, request }: StaffVisit) {
  const { back } = await readAnswers(request);
  const result = await context.services.undoStepReview({ staff: person, eventId: params.id ?? '' });
  if (result.ok) return backToPage(back, 'step_put_back');
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, 'step_changed_since');
}
