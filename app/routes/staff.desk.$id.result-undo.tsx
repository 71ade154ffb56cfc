import { allowStaff } from '~/http/allow.server';
import { toItsVisit, toVisit } from '~/http/desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { taskOf } from '~/http/visit-form.server';

/** Changes nothing: the button is at the visit. */
export const loader = allowStaff(CARD_ROLES, toItsVisit);

/** Takes back that something was done. */
export const action = allowStaff(CARD_ROLES, async ({ request, person, params, context }) => {
  const id = params.id ?? '';
  const task = taskOf((await readAnswers(request)).task);
  const result = task && (await context.services.undoVisitTask({ staff: person, id, task }));
  if (!result || (!result.ok && result.reason === 'not_found')) throw notFound();
  return toVisit(id, result.ok ? 'result_undone' : 'result_moved_on');
});
