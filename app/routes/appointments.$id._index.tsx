import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OwnAppointmentPage } from '~/components/appointment/own-appointment';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { ownDoneIn } from '~/http/appointment-desk.server';
import { notFound } from '~/http/responses.server';
import { appointmentWords } from '~/i18n/pages/appointment';

/** One's own appointment, coming or past, with everything about it. */
export const loader = allowCustomer(async ({ person, language, params, url, context }) => {
  const view = await context.services.viewOwnAppointment({ customerId: person.id, appointmentId: params.id ?? '' });
  if (!view) throw notFound();
  return json({ language, view, done: ownDoneIn(url) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(appointmentWords.in(data.language).title, data.language) : [];

export default function OwnAppointment() {
  return <OwnAppointmentPage {...useLoaderData<typeof loader>()} />;
}
