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
  const outcomes = new Map(
    Object.entries(answers).flatMap(([id, said]) =>
      said === 'attended' || said === 'failed_to_attend' ? [[id, said] as const] : [],
    ),
  );
  const recorded = await services.recordAttendance({ staff: person, sessionId, outcomes, requestId });
  if (!recorded.ok && recorded.reason === 'not_found') throw notFound();
  return backToPage(page, recorded.ok ? 'group_recorded' : 'group_not_yet');
});
