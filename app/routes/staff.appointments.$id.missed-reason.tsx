import * as v from 'valibot';
import { MISSED_REASONS } from '~/domain/appointment/appointment';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ reason: v.picklist([...MISSED_REASONS, 'none']), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the appointment's page. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) =>
  redirectWithin(`/staff/appointments/${encodeURIComponent(params.id ?? '')}`),
);

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const appointmentId = params.id ?? '';
  const reason = answers.reason === 'none' ? null : answers.reason;
  const result = await context.services.giveMissedReason({ staff: person, appointmentId, reason });
  const about = { id: appointmentId };
  if (result.ok) return backToPage(answers.back, reason === null ? 'reason_removed' : 'reason_recorded', about);
  if (result.reason === 'not_found') throw notFound();
  return backToPage(answers.back, result.reason, about);
});
