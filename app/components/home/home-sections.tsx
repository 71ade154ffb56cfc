import type { ReactNode } from 'react';
import { coverSentence } from '~/components/adviser/cover-line';
import { CallMe } from '~/components/appointment/call-me';
import { capitalised, headline, type ShownAppointment } from '~/components/appointment/shown-appointment';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatDate, formatTime, formatWeekday, plural, relativeDay } from '~/i18n/format';
import { adviserWords } from '~/i18n/pages/adviser';
import { homeWords } from '~/i18n/pages/home';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import type { ShownCover } from '~/services/adviser-today.server';

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
      <Further href="/plan">{homeWords.in(language).plan}</Further>
    </Section>
  );
}

/** The way to the questions about being online, for whoever was never asked, or has not finished. */
export function BeingOnline({ prompt, language }: { prompt: 'ask' | 'goOn' | 'again'; language: Language }) {
  const words = homeWords.in(language).online;
  return (
    <Section heading={words.heading}>
      <p className="govuk-body">
        <a className="govuk-link" href="/profile">
          {words[prompt]}
        </a>
        <br />
        <span className="wm-quiet">{words.long}</span>
      </p>
    </Section>
  );
}

/** The nearest work club: "Thursday 10am, 0.8 miles, free". */
export function NearestClub(props: {
  club: { ref: string; name: string; place: string; weekday: number; fromTime: string; miles: number };
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
        <a className="govuk-link" href={`/clubs/${club.ref}`}>
          {words.at(club.name, club.place)}
        </a>
        <br />
        {capitalised(facts.join(', '))}
      </p>
      <Further href="/clubs">{homeWords.in(language).clubs}</Further>
    </Section>
  );
}

/** Who to talk to, and "ask someone to call me"; or by when somebody will. Instants in ms. */
export function Adviser(props: {
  adviser: string | null;
  cover: ShownCover | null;
  /** Messages that the adviser has written and nobody has read. */
  unread: number;
  phone: string;
  callDueAt: number | null;
  now: number;
  zone: string;
  language: Language;
}) {
  const { adviser, cover, unread, phone, callDueAt, now, zone, language } = props;
  const words = homeWords.in(language);
  return (
    <Section heading={words.adviser}>
      <p className="govuk-body">
        {adviser && `${adviser} – `}
        <PhoneLink phone={phone} />
      </p>
      {adviser && cover && <p className="govuk-body">{coverSentence({ adviser, cover, zone, language })}</p>}
      {unread > 0 && (
        <Further href="/adviser/messages">{plural(language, unread, adviserWords.in(language).unread)}</Further>
      )}
      <Further href="/adviser">{adviser ? words.reach(adviser) : words.reachUs}</Further>
      <CallMe action="/call-request" callDueAt={callDueAt} now={now} zone={zone} language={language} />
    </Section>
  );
}

/** What comes after the next appointment, and the way to all of them. */
export function Later(props: {
  appointments: readonly (ShownAppointment & { id: string })[];
  today: string;
  language: Language;
}) {
  const { appointments, today, language } = props;
  const { list } = ownAppointmentsWords.in(language);
  return (
    <Section heading={appointments.length > 0 ? homeWords.in(language).later : list.title}>
      {appointments.length > 0 && (
        <ul className="govuk-list">
          {appointments.map((appointment) => (
            <li key={appointment.id}>
              <a className="govuk-link" href={`/appointments/${appointment.id}`}>
                {headline(appointment, today, language)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Further href="/appointments">{list.all}</Further>
    </Section>
  );
}

function Further({ href, children }: { href: string; children: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {children}
      </a>
    </p>
  );
}
