import { json, type MetaFunction, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Feedback } from '~/components/appointment/feedback';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { leave, ownDesk } from '~/http/appointment-desk.server';
import { readFeedback } from '~/http/feedback-form.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

/** The one question after a meeting, with what was answered before. */
export const loader = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  const { customerId, appointmentId } = desk.key;
  const view = await visit.context.services.viewFeedback({ customerId, appointmentId });
  if (!view.ok) throw leave(desk, view.reason === 'not_found' ? 'unknown' : 'ended');
  const { adviserFirstName: adviser, answer, comment } = view;
  return json({ language: visit.language, base: desk.base, adviser, answer, comment });
});

export const action = allowCustomer(async (visit): Promise<TypedResponse<Mistakes> | TypedResponse<never>> => {
  const desk = ownDesk(visit);
  const { customerId, appointmentId } = desk.key;
  const read = await readFeedback(visit.request);
  if ('errors' in read) return json(read, { status: 422 });
  const kept = await visit.context.services.giveFeedback({ customerId, appointmentId, ...read, way: 'page' });
  if (!kept.ok) return leave(desk, kept.reason === 'not_found' ? 'unknown' : 'ended');
  return redirectWithin(`${desk.page}?done=feedback`);
});

type Mistakes = Extract<Awaited<ReturnType<typeof readFeedback>>, { errors: unknown }>;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownAppointmentsWords.in(data.language).feedback.title, data.language) : [];

export default function OwnFeedback() {
  const data = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return <Feedback {...data} {...again?.values} errors={again?.errors} />;
}
