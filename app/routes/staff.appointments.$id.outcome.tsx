import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ outcome: v.picklist(['attended', 'failed_to_attend']), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the appointment's page. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) =>
  redirectWithin(`/staff/appointments/${encodeURIComponent(params.id ?? '')}`),
);

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const appointmentId = params.id ?? '';
  const { outcome, back } = answers;
  const { requestId } = context;
  const result = await context.services.recordOutcomeAsStaff({ staff: person, appointmentId, outcome, requestId });
  if (result.ok) return backToPage(back, outcome, { id: appointmentId, undo: result.eventId });
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, result.reason, { id: appointmentId });
});
