import { BackLink } from '~/components/design-system/links';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { appointmentWords } from '~/i18n/pages/appointment';
import { frameWords } from '~/i18n/pages/frame';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import { ownMessagesWords } from '~/i18n/pages/own-messages';
import type { OwnAppointment } from '~/services/view-own-appointment.server';
import { AppointmentAnswer } from './appointment-answer';
import { CallMe } from './call-me';
import { DoneBanner } from './done-banner';
import { GiveFeedback } from './give-feedback';
import { OwnFacts } from './own-facts';
import { headline } from './shown-appointment';

interface Props {
  language: Language;
  view: OwnAppointment;
  done: 'moved' | 'call' | 'feedback' | null;
}

/** One's own appointment: what it is, what can be said about it, and everything there is to know; on paper, the facts. */
export function OwnAppointmentPage({ language, view, done }: Props) {
  const words = ownAppointmentsWords.in(language);
  const { adviserFirstName: adviser, state, startsAt, zone } = view;
  const base = `/appointments/${view.id}`;
  const coming = state === 'coming';
  const shown = { ...view, place: view.place?.name ?? null, gettingThere: '', stepFree: '' };
  return (
    <>
      <BackLink href="/appointments">{frameWords.in(language).back}</BackLink>
      {done && <DoneBanner done={done} adviser={adviser} language={language} />}
      <div className="wm-lead">
        <h1 className="govuk-heading-l">
          {coming
            ? headline(shown, view.today, language)
            : words.pastHeading(adviser, formatLongDate(startsAt, zone, language))}
        </h1>
        {coming ? (
          <AppointmentAnswer appointment={shown} language={language} base={base} version={view.version} />
        ) : (
          <p className="govuk-body">
            {state === 'cancelled' && !view.isAhead ? words.wasOff : words.became[state](adviser)}
          </p>
        )}
        {view.mayGiveFeedback && <GiveFeedback answer={view.feedback} base={base} language={language} />}
      </div>
      <OwnFacts view={view} language={language} />
      {coming ? <Doings view={view} base={base} language={language} /> : <Another view={view} language={language} />}
      <section className="wm-section wm-screen">
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/messages`}>
            {ownMessagesWords.in(language).link}
          </a>
        </p>
      </section>
    </>
  );
}

interface PartProps {
  view: OwnAppointment;
  language: Language;
}

/** What can be done about one to come, besides saying whether they will be there. */
function Doings({ view, base, language }: PartProps & { base: string }) {
  const words = ownAppointmentsWords.in(language);
  return (
    <section className="wm-section wm-screen">
      <h2 className="govuk-heading-s wm-section__heading">{words.do}</h2>
      <ul className="govuk-list">
        {view.startsAt > view.now && (
          <>
            <li>
              <a className="govuk-link" href={`${base}/earlier`}>
                {view.wouldComeSooner ? words.earlierLinkAsked : words.earlierLink}
              </a>
            </li>
            <li>
              <a className="govuk-link" href={`${base}/new-time`}>
                {appointmentWords.in(language).pickAnother}
              </a>
            </li>
          </>
        )}
        <li>
          <a className="govuk-link" href={`${base}/appointment.ics`}>
            {appointmentWords.in(language).calendar}
          </a>
        </li>
      </ul>
      <CallMe {...view} action={`${base}/new-time`} language={language} />
    </section>
  );
}

/** The way on from one that did not come to be; after one that did there is nothing to make good. */
function Another({ view, language }: PartProps) {
  const words = ownAppointmentsWords.in(language);
  if (view.state === 'attended' || view.state === 'over' || view.state === 'rearranged') return null;
  return (
    <section className="wm-section wm-screen">
      <p className="govuk-body">
        {words.another} <PhoneLink phone={view.phone} />
      </p>
      <CallMe {...view} action="/call-request" language={language} />
    </section>
  );
}
