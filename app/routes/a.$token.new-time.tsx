import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { goneTitle, LinkGone } from '~/components/appointment/link-gone';
import { NewTime } from '~/components/appointment/new-time';
import { pageTitle } from '~/components/page-title';
import { allowLink } from '~/http/allow.server';
import { goneAnswer, keepRetryAfter, linkDesk, pickTime } from '~/http/appointment-desk.server';
import { appointmentWords } from '~/i18n/pages/appointment';

export const loader = allowLink(async (visit) => {
  const desk = linkDesk(visit);
  const view = await visit.context.services.viewOtherTimes(desk.key);
  if (view.state !== 'open') return goneAnswer(view, visit);
  const { adviserFirstName: adviser, times, zone, today, phone } = view;
  const language = visit.context.chosenLanguage ?? view.language;
  return json({ gone: null, language, phone, adviser, times, zone, today, base: desk.base, page: desk.page });
});

export const action = allowLink((visit) => pickTime(linkDesk(visit), visit));

export const headers = keepRetryAfter;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { gone, language } = data;
  return pageTitle(gone ? goneTitle(gone, language) : appointmentWords.in(language).newTime.title, language);
};

export default function LinkedNewTime() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (data.gone) return <LinkGone state={data.gone} language={data.language} phone={data.phone} />;
  return <NewTime {...data} back={data.page} error={answer?.errors.choice} />;
}
