import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ event: v.optional(v.pipe(v.string(), v.maxLength(36))), back: v.optional(v.string()) });
const REFUSED = {
  told: 'cancel_told',
  taken: 'cancel_taken',
  begun: 'cancel_begun',
  changed_since: 'changed_since',
} as const;

/** Changes nothing: whoever comes here by the address bar belongs on the appointment's page. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) =>
  redirectWithin(`/staff/appointments/${encodeURIComponent(params.id ?? '')}`),
);

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const appointmentId = params.id ?? '';
  const change = { staff: person, appointmentId, eventId: answers.event || null, requestId: context.requestId };
  const result = await context.services.undoCancellation(change);
  const about = { id: appointmentId };
  if (result.ok) return backToPage(answers.back, 'cancel_undone', about);
  if (result.reason === 'not_found') throw notFound();
  return backToPage(answers.back, REFUSED[result.reason], about);
});
