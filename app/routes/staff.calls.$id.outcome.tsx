import * as v from 'valibot';
import { CALL_OUTCOMES } from '~/domain/messaging/call-list';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({
  outcome: v.picklist(CALL_OUTCOMES),
  number: v.optional(v.pipe(v.string(), v.maxLength(36))),
  seen: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))),
  back: v.optional(v.string()),
});

/** Changes nothing: whoever comes here by the address bar belongs on the call list. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/calls'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const callId = params.id ?? '';
  const { outcome, number = null, seen = null, back } = answers;
  const made = { staff: person, callId, outcome, contactPointId: number, seen };
  const result = await context.services.recordCall(made);
  if (!result.ok) throw notFound();
  return backToPage(back, result.closed ? 'call_closed' : 'call_kept', { id: callId, undo: result.attemptId });
});
