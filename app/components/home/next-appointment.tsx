import { AppointmentAnswer } from '~/components/appointment/appointment-answer';
import { AppointmentFacts, GettingThere } from '~/components/appointment/appointment-facts';
import { headline, type ShownAppointment } from '~/components/appointment/shown-appointment';
import { ownMessagesWords } from '~/i18n/pages/own-messages';
import type { Language } from '~/domain/language';

interface Props {
  appointment: ShownAppointment & { id: string; version: number; purpose: string; bring: string };
  today: string;
  language: Language;
}

/** The answer to "what is next?", and what can be said about it. */
export function NextAppointment({ appointment, today, language }: Props) {
  const base = `/appointments/${appointment.id}`;
  return (
    <div className="wm-lead">
      <h1 className="govuk-heading-l">{headline(appointment, today, language)}</h1>
      <AppointmentFacts
        appointment={appointment}
        language={language}
        purpose={appointment.purpose}
        bring={appointment.bring}
      />
      <AppointmentAnswer appointment={appointment} language={language} base={base} version={appointment.version} />
      <GettingThere appointment={appointment} language={language} base={base} />
      <p className="govuk-body">
        <a className="govuk-link" href={`${base}/messages`}>
          {ownMessagesWords.in(language).link}
        </a>
      </p>
    </div>
  );
}
