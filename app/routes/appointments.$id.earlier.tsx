import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EarlierTime } from '~/components/appointment/earlier-time';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { leave, openOwn, ownDesk } from '~/http/appointment-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

/** Earlier times that are free now, and the wish for one where none is. */
export const loader = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  const view = openOwn(desk, await visit.context.services.viewEarlierTimes(desk.key));
  const { adviserFirstName: adviser, times, zone, today, asked } = view;
  const said = visit.url.searchParams.get('done');
  const done = (['asked', 'withdrawn'] as const).find((one) => one === said) ?? null;
  return json({ language: visit.language, base: desk.base, adviser, times, zone, today, asked, done });
});

/** "I would come sooner". */
export const action = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  const answered = await visit.context.services.askForEarlier(desk.key);
  return answered === 'done' ? redirectWithin(`${desk.base}/earlier?done=asked`) : leave(desk, answered);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownAppointmentsWords.in(data.language).earlier.title, data.language) : [];

export default function OwnEarlierTime() {
  return <EarlierTime {...useLoaderData<typeof loader>()} />;
}
