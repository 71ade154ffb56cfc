import { AppointmentAnswer } from '~/components/appointment/appointment-answer';
import { AppointmentFacts } from '~/components/appointment/appointment-facts';
import { headline, type ShownAppointment } from '~/components/appointment/shown-appointment';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import type { Language } from '~/domain/language';

interface Props {
  appointment: ShownAppointment & { id: string; version: number; purpose: string; bring: string };
  today: string;
  language: Language;
}

/** The answer to "what is next?", and what can be said about it. */
export function NextAppointment({ appointment, today, language }: Props) {
  const words = ownAppointmentsWords.in(language);
  // For somebody whose pages others may see the place and the purpose are one step further.
  const withheld = !appointment.place && !appointment.purpose;
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
      <p className="govuk-body">
        <a className="govuk-link" href={base}>
          {withheld ? words.details : words.more}
        </a>
      </p>
    </div>
  );
}
