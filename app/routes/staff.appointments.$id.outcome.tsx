import * as v from 'valibot';
import { outcomeOf, PRESSED_OUTCOMES } from '~/domain/appointment/recorded-outcome';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ outcome: v.picklist(PRESSED_OUTCOMES), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the appointment's page. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) =>
  redirectWithin(`/staff/appointments/${encodeURIComponent(params.id ?? '')}`),
);

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const appointmentId = params.id ?? '';
  const { outcome: pressed, back } = answers;
  const { requestId } = context;
  const change = { staff: person, appointmentId, requestId, ...outcomeOf(pressed) };
  const result = await context.services.recordOutcomeAsStaff(change);
  if (result.ok)
    return backToPage(back, pressed === 'late' ? 'attended_late' : pressed, {
      id: appointmentId,
      undo: result.eventId,
    });
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, result.reason, { id: appointmentId });
});
