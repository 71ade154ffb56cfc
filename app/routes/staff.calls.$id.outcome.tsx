import * as v from 'valibot';
import { CALL_OUTCOMES } from '~/domain/messaging/call-list';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ outcome: v.picklist(CALL_OUTCOMES), back: v.optional(v.string()) });

/** Changes nothing: the call list is on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const callId = params.id ?? '';
  const result = await context.services.closeCall({ staff: person, callId, outcome: answers.outcome });
  if (!result.ok) throw notFound();
  return backToPage(answers.back, 'call_closed', { id: callId });
});
