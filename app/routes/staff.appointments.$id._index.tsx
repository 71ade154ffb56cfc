import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StaffAppointmentPage } from '~/components/staff/staff-appointment-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const appointment = await context.services.viewStaffAppointment({ staff: person, appointmentId: params.id ?? '' });
  if (!appointment) throw notFound();
  const notice = noticeIn(url);
  return json({ language, appointment, notice, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const words = staffWords.in(data.language);
  const { firstName, lastName } = data.appointment.customer;
  return pageTitle(words.appointment.title(words.name(firstName, lastName)), data.language);
};

export default function StaffAppointment() {
  return <StaffAppointmentPage {...useLoaderData<typeof loader>()} />;
}
