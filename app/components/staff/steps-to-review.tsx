import type { PersonName } from '~/domain/contact/person-name';
import { agendaWords } from '~/i18n/pages/staff-agenda';
import type { AgendaFault } from '~/http/agenda-desk.server';
import type { Agenda } from '~/services/view-agenda.server';
import { AgendaSteps, AgreeAgain } from './agenda-steps';
import type { Wording } from './wording';

interface Props {
  appointment: { id: string; customer: PersonName; now: number; office: { zone: string } };
  agenda: Agenda;
  back: string;
  wording: Wording;
}

/** The open steps of the customer's plan, for when they meet, with what came of each. */
export function StepsToReview({ appointment, agenda, back, wording }: Props) {
  const words = agendaWords.in(wording.language);
  const { id, customer, now, office } = appointment;
  const about = { appointmentId: id, zone: office.zone, now, back, fault: null as AgendaFault | null };
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        {words.title}
      </h2>
      <AgendaSteps agenda={agenda} {...about} wording={wording} />
      <AgreeAgain agenda={agenda} {...about} wording={wording} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/appointments/${id}/agenda`}>
          {words.page}
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${customer.id}/plan`}>
          {words.plan}
        </a>
      </p>
    </section>
  );
}
