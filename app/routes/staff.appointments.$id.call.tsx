import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the page that asks for calls. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/messages'));

/** Asks somebody to phone, because a message about this appointment is in trouble. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const result = await context.services.askForCall({ staff: person, appointmentId: params.id ?? '' });
  if (result.ok) return backToPage(answers.back, 'call_asked');
  if (result.reason === 'not_found') throw notFound();
  return backToPage(answers.back, 'call_not_needed');
});
