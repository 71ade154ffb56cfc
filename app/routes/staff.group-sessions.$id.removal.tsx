import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the list. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/group-sessions'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const sessionId = params.id ?? '';
  const { services, requestId } = context;
  const page = `/staff/group-sessions/${sessionId}`;
  const answers = await readAnswers(request);
  const given = { staff: person, sessionId, appointmentId: answers.appointment ?? '', requestId };
  const left = await services.leaveGroupPlace(given);
  if (!left.ok && left.reason === 'not_found') throw notFound();
  return backToPage(page, left.ok ? 'group_left' : 'group_over');
});
