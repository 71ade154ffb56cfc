import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CancelPage } from '~/components/staff/cancel-page';
import { CANCEL_REASONS } from '~/domain/appointment/appointment';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, context }) => {
  const appointment = await context.services.viewStaffAppointment({ staff: person, appointmentId: params.id ?? '' });
  if (!appointment) throw notFound();
  if (!appointment.mayCancel) return redirectWithin(`/staff/appointments/${appointment.id}`);
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, appointment, me });
});

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const appointmentId = params.id ?? '';
  const back = `/staff/appointments/${appointmentId}`;
  // Whose it is comes first: what is wrong with the form is said of an appointment that is there.
  if ((await context.services.findAppointmentZone({ staff: person, appointmentId })) === null) throw notFound();
  const answers = await readAnswers(request);
  const reason = CANCEL_REASONS.find((known) => known === answers.reason);
  if (!reason) return json({ errors: { reason: 'choose' as const } }, { status: 422 });
  const change = { staff: person, appointmentId, reason, requestId: context.requestId };
  const result = await context.services.cancelAppointment(change);
  if (result.ok) return backToPage(back, 'appointment_cancelled', { id: appointmentId, undo: result.eventId });
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, result.reason === 'begun' ? 'cancel_begun' : 'not_standing', { id: appointmentId });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(outcomeWords.in(data.language).cancel.title, data.language) : [];

export default function StaffCancel() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CancelPage {...data} fault={answer?.errors.reason ?? null} />;
}
