import { json } from '@remix-run/node';
import { TASK_RESULTS } from '~/domain/assisted/visit';
import type { DeskNotice } from '~/domain/assisted/visit-notice';
import type { OnVisit, VisitChange } from '~/services/take-visit.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { taskOf } from './visit-form.server';

/** To the page of a visit, with what was done. */
export const toVisit = (id: string, done: DeskNotice) => redirectWithin(`/staff/desk/${id}?done=${done}`);

/** To the desk, with what was done and to which visit. */
export const toDesk = (id: string, done: DeskNotice) => redirectWithin(`/staff/desk?done=${done}&about=${id}`);

/** GET of an address that only has a button: to the page that has it. */
export const toItsVisit = ({ params }: Visit<SignedInStaff>) =>
  redirectWithin(`/staff/desk/${encodeURIComponent(params.id ?? '')}`);

/** A button of a visit: does it, and goes to the visit's page. */
export function press(
  change: (visit: Visit<SignedInStaff>, on: OnVisit) => Promise<VisitChange<DeskNotice>>,
  done: DeskNotice,
) {
  return async (visit: Visit<SignedInStaff>) => {
    const id = visit.params.id ?? '';
    const result = await change(visit, { staff: visit.person, id });
    if (result.ok) return toVisit(id, done);
    if (result.reason === 'not_found') throw notFound();
    return toVisit(id, result.reason);
  };
}

/** POST of a visit: what was done, and whether they can now do it alone. */
export async function recordFromForm({ request, person, params, context }: Visit<SignedInStaff>) {
  const id = params.id ?? '';
  const answers = await readAnswers(request);
  const values = { task: answers.task ?? '', result: answers.result ?? '', agreed: answers.agreed ?? '' };
  const task = taskOf(values.task);
  const result = TASK_RESULTS.find((one) => one === values.result);
  if (!task || !result) {
    // Somebody else's visit looks like none, whatever was sent.
    if (!(await context.services.viewVisit({ staff: person, id }))) throw notFound();
    const errors = { ...(!task && { task: true as const }), ...(!result && { result: true as const }) };
    return json({ values, errors }, { status: 422 });
  }
  const agreed = values.agreed === 'yes';
  const recorded = await context.services.recordVisitTask({ staff: person, id, task, result, agreed });
  if (recorded.ok)
    return toVisit(
      id,
      recorded.profile === 'moved' ? 'result_profile' : recorded.profile === 'none' ? 'result_no_profile' : 'result',
    );
  if (recorded.reason === 'not_found') throw notFound();
  return toVisit(id, recorded.reason === 'over' ? 'over' : 'result_moved_on');
}
