import type { ReactNode } from 'react';
import { capitalised, headline, type ShownAppointment } from '~/components/appointment/shown-appointment';
import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, formatWeekday, relativeDay } from '~/i18n/format';
import { homeWords } from '~/i18n/pages/home';
import { ownMessagesWords } from '~/i18n/pages/own-messages';

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-s wm-section__heading">{heading}</h2>
      {children}
    </section>
  );
}

/** The one step to take next. `dueOn` and `today` are dates. */
export function NextStep(props: {
  step: { action: string; dueOn: string; overdue: boolean };
  zone: string;
  today: string;
  language: Language;
}) {
  const { step, zone, today, language } = props;
  const words = homeWords.in(language).step;
  const date = relativeDay(step.dueOn, today, language) ?? formatDate(step.dueOn, zone, language);
  return (
    <Section heading={words.heading}>
      <p className="govuk-body">
        {step.action}
        <br />
        <span className="wm-quiet">{step.overdue ? words.late(date) : words.by(date)}</span>
      </p>
    </Section>
  );
}

/** The nearest work club: "Thursday 10am, 0.8 miles, free". */
export function NearestClub(props: {
  club: { name: string; place: string; weekday: number; fromTime: string; miles: number };
  zone: string;
  language: Language;
}) {
  const { club, zone, language } = props;
  const words = homeWords.in(language).club;
  const facts = [
    words.session(formatWeekday(club.weekday, language), formatTime(club.fromTime, zone, language)),
    words.miles(Math.max(club.miles, 0.1).toFixed(1)),
    words.free,
  ];
  return (
    <Section heading={words.heading}>
      <p className="govuk-body">
        {words.at(club.name, club.place)}
        <br />
        {capitalised(facts.join(', '))}
      </p>
    </Section>
  );
}

/** Who to talk to, and "ask someone to call me"; or by when somebody will. Instants in ms. */
export function Adviser(props: {
  adviser: string | null;
  phone: string;
  callDueAt: number | null;
  now: number;
  zone: string;
  language: Language;
}) {
  const { adviser, phone, callDueAt, now, zone, language } = props;
  const words = homeWords.in(language);
  return (
    <Section heading={words.adviser}>
      <p className="govuk-body">
        {adviser && `${adviser} – `}
        <PhoneLink phone={phone} />
      </p>
      {callDueAt === null ? (
        <form method="post" action="/call-request">
          <Button classes="govuk-button--secondary">{words.call.ask}</Button>
        </form>
      ) : (
        <InsetText classes="wm-answered">{callWords(callDueAt, now, zone, language)}</InsetText>
      )}
    </Section>
  );
}

function callWords(dueAt: number, now: number, zone: string, language: Language): string {
  const words = homeWords.in(language).call;
  if (dueAt <= now) return words.now;
  const day = relativeDay(wallClockOf(dueAt, zone).date, wallClockOf(now, zone).date, language);
  return words.coming(words.at(formatTime(dueAt, zone, language), day ?? formatDate(dueAt, zone, language)));
}

/** What comes after the next appointment. */
export function Later(props: {
  appointments: readonly (ShownAppointment & { id: string })[];
  today: string;
  language: Language;
}) {
  const { appointments, today, language } = props;
  const messages = ownMessagesWords.in(language);
  return (
    <Section heading={homeWords.in(language).later}>
      <ul className="govuk-list">
        {appointments.map((appointment) => (
          <li key={appointment.id}>
            {headline(appointment, today, language)}
            <br />
            <a className="govuk-link" href={`/appointments/${appointment.id}/messages`}>
              {messages.link}
              <span className="govuk-visually-hidden">{messages.linkTo(headline(appointment, today, language))}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
