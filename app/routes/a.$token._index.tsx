import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppointmentAnswer } from '~/components/appointment/appointment-answer';
import { AppointmentFacts, GettingThere } from '~/components/appointment/appointment-facts';
import { DoneBanner } from '~/components/appointment/done-banner';
import { goneTitle, LinkGone } from '~/components/appointment/link-gone';
import { headline } from '~/components/appointment/shown-appointment';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { allowLink } from '~/http/allow.server';
import { doneIn, goneAnswer, keepRetryAfter, linkDesk } from '~/http/appointment-desk.server';
import { appointmentWords } from '~/i18n/pages/appointment';

export const loader = allowLink(async (visit) => {
  const desk = linkDesk(visit);
  const view = await visit.context.services.viewHeldAppointment(desk.key);
  if (view.state !== 'open') return goneAnswer(view, visit);
  const language = visit.context.chosenLanguage ?? view.language;
  return json({ gone: null, view, language, phone: view.phone, base: desk.base, done: doneIn(visit.url) });
});

export const headers = keepRetryAfter;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.gone ? goneTitle(data.gone, data.language) : titleOf(data.language), data.language) : [];

const titleOf = (language: 'en' | 'cy') => appointmentWords.in(language).title;

/** What a text message's link leads to. */
export default function LinkedAppointment() {
  const data = useLoaderData<typeof loader>();
  const { language, phone } = data;
  if (data.gone) return <LinkGone state={data.gone} language={language} phone={phone} />;
  const { view, base, done } = data;
  const words = appointmentWords.in(language);
  return (
    <>
      {done && <DoneBanner done={done} adviser={view.adviserFirstName} language={language} />}
      <div className="wm-lead">
        <p className="govuk-body wm-hello">{words.hello(view.firstName)}</p>
        <h1 className="govuk-heading-l">{headline(view, view.today, language)}</h1>
        <AppointmentFacts appointment={view} language={language} />
        {view.placeWithheld && (
          <p className="govuk-body">
            {words.notSure} <PhoneLink phone={phone} />
          </p>
        )}
        <AppointmentAnswer appointment={view} language={language} base={base} />
        <GettingThere appointment={view} language={language} base={base} />
      </div>
    </>
  );
}
