import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NewTime } from '~/components/appointment/new-time';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { openOwn, ownDesk, pickTime } from '~/http/appointment-desk.server';
import { appointmentWords } from '~/i18n/pages/appointment';

export const loader = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  const view = openOwn(desk, await visit.context.services.viewOtherTimes(desk.key));
  const { adviserFirstName: adviser, times, zone, today } = view;
  return json({ language: visit.language, adviser, times, zone, today, base: desk.base });
});

export const action = allowCustomer((visit) => pickTime(ownDesk(visit), visit));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(appointmentWords.in(data.language).newTime.title, data.language) : [];

export default function OwnNewTime() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NewTime {...data} back={data.base} error={answer?.errors.choice} />;
}
