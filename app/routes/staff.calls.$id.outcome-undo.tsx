import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ event: v.optional(v.pipe(v.string(), v.maxLength(36))), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the call list. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/calls'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const { event, back } = answers;
  const call = { staff: person, callId: params.id ?? '', attemptId: event || null };
  const result = await context.services.undoCall(call);
  if (result.ok) return backToPage(back, 'call_reopened');
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, 'call_tried_since');
});
