import { json } from '@remix-run/node';
import type { StepAnswer } from '~/domain/plan/change-step';
import { PLAN_NOTICES, type PlanNotice } from '~/domain/plan/plan-notice';
import { readStep, type StepFaults, type StepValues } from '~/domain/plan/written-step';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { badRequest, notFound } from './responses.server';

type OwnVisit = Visit<SignedInCustomer>;

const ID = /^[0-9a-f-]{36}$/;
const MOST_WORDS = 1_000;

/** The step of an address, for the person who is signed in. */
export const stepKey = ({ person, params }: OwnVisit) => ({
  ...{ customerId: person.id, stepId: params.id ?? '', helpId: person.help?.id ?? null },
});

/** Back to the plan, which says what was done, and takes it back. */
export const toPlan = (done: PlanNotice, stepId: string) => redirectWithin(`/plan?done=${done}&step=${stepId}`);

/** What was just done, when the address says so. */
export function planNoticeIn(url: URL): { done: PlanNotice; stepId: string | null } | null {
  const done = PLAN_NOTICES.find((notice) => notice === url.searchParams.get('done'));
  const step = url.searchParams.get('step') ?? '';
  return done ? { done, stepId: ID.test(step) ? step : null } : null;
}

/** GET of a step, and of each of its answers, so that the page is still there when what was written is too long. */
export async function showStep(visit: OwnVisit) {
  const view = await visit.context.services.viewOwnStep(stepKey(visit));
  if (!view) throw notFound();
  return json({ language: visit.language, view });
}

/** POST done, cannot, help, reopening. */
export async function answerStep(visit: OwnVisit, answer: StepAnswer) {
  const { note = '' } = await readAnswers(visit.request);
  if (note.length > MOST_WORDS) return json({ errors: { note } }, { status: 422 });
  const key = stepKey(visit);
  const answered = await visit.context.services.answerOwnStep({ ...key, answer, note });
  if (!answered.ok) throw notFound();
  return toPlan(answer, key.stepId);
}

type SentStep =
  | { ok: true; action: string; dueOn: string; form: string }
  | { ok: false; errors: StepFaults; values: StepValues; form: string };

/**
 * A step as it was sent. `kept`: the date that it has already, which may be past.
 * @throws 400 where no form of ours was sent.
 */
export async function sentStep(request: Request, today: string, kept: string | null = null): Promise<SentStep> {
  const { form = '', action, due, day, month, year } = await readAnswers(request);
  if (form !== '' && !ID.test(form)) throw badRequest();
  const values = { action, due, day, month, year };
  const read = readStep(values, today, kept);
  return read.ok ? { ...read, form } : { ok: false, errors: read.faults, values, form };
}
