import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CannotCome } from '~/components/appointment/cannot-come';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { decline, openOwn, ownDesk } from '~/http/appointment-desk.server';
import { appointmentWords } from '~/i18n/pages/appointment';

export const loader = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  openOwn(desk, await visit.context.services.viewHeldAppointment(desk.key));
  return json({ language: visit.language, base: desk.base });
});

export const action = allowCustomer((visit) => decline(ownDesk(visit), visit));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(appointmentWords.in(data.language).reason.title, data.language) : [];

export default function OwnCannotCome() {
  const { language, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CannotCome language={language} base={base} back={base} error={answer?.errors.reason} />;
}
