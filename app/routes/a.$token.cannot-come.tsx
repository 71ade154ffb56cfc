import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CannotCome } from '~/components/appointment/cannot-come';
import { goneTitle, LinkGone } from '~/components/appointment/link-gone';
import { pageTitle } from '~/components/page-title';
import { allowLink } from '~/http/allow.server';
import { decline, goneAnswer, keepRetryAfter, linkDesk } from '~/http/appointment-desk.server';
import { appointmentWords } from '~/i18n/pages/appointment';

export const loader = allowLink(async (visit) => {
  const desk = linkDesk(visit);
  const view = await visit.context.services.viewHeldAppointment(desk.key);
  if (view.state !== 'open') return goneAnswer(view, visit);
  const language = visit.context.chosenLanguage ?? view.language;
  return json({ gone: null, language, phone: view.phone, base: desk.base, page: desk.page });
});

export const action = allowLink((visit) => decline(linkDesk(visit), visit));

export const headers = keepRetryAfter;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { gone, language } = data;
  return pageTitle(gone ? goneTitle(gone, language) : appointmentWords.in(language).reason.title, language);
};

export default function LinkedCannotCome() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (data.gone) return <LinkGone state={data.gone} language={data.language} phone={data.phone} />;
  return <CannotCome language={data.language} base={data.base} back={data.page} error={answer?.errors.reason} />;
}
