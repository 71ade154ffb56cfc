import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { NewTimePage, type NewTimeFault } from '~/components/staff/new-time-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';
import { staffWords } from '~/i18n/pages/staff';
import { readNewTime } from '~/http/new-time-form.server';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, context }) => {
  const appointment = await context.services.viewStaffAppointment({ staff: person, appointmentId: params.id ?? '' });
  if (!appointment) throw notFound();
  if (!appointment.mayMove) return redirectWithin(`/staff/appointments/${appointment.id}`);
  const free = await context.services.listFreeTimes({ appointmentId: appointment.id });
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, appointment, times: free.map((time) => time.startsAt), me });
});

const FAULTS = {
  taken: 'taken',
  customer_busy: 'customerBusy',
  past: 'past',
  changed: 'changed',
  not_standing: 'notStanding',
} as const;

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const appointmentId = params.id ?? '';
  const answers = await readAnswers(request);
  const again = (fault: NewTimeFault) => {
    const { choice, date, time } = answers;
    return json({ errors: { choice: fault }, values: { choice, date, time } }, { status: 422 });
  };
  const zone = await context.services.findAppointmentZone({ staff: person, appointmentId });
  if (zone === null) throw notFound();
  const asked = readNewTime(answers, zone);
  if (asked.kind === 'fault') return again(asked.fault);

  const change = { staff: person, appointmentId, requestId: context.requestId };
  const back = `/staff/appointments/${appointmentId}`;
  if (asked.kind === 'none') {
    const recorded = await context.services.recordOutcomeAsStaff({ ...change, outcome: 'rearranged' });
    if (recorded.ok) return backToPage(back, 'rearranged', { id: appointmentId, undo: recorded.eventId });
    if (recorded.reason === 'not_found') throw notFound();
    return again(recorded.reason === 'not_yet' ? 'notYet' : 'notStanding');
  }
  const { startsAt, version, replaced } = asked;
  const moved = await context.services.giveNewTime({ ...change, startsAt, expectedVersion: version, replaced });
  if (moved.ok) return backToPage(`/staff/appointments/${moved.appointmentId}`, 'moved');
  if (moved.reason === 'not_found') throw notFound();
  return again(FAULTS[moved.reason]);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffWords.in(data.language).newTime.title, data.language) : [];

export default function StaffNewTime() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NewTimePage {...data} fault={answer?.errors.choice ?? null} values={answer?.values ?? {}} />;
}
