import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { staffEarlierWords } from '~/i18n/pages/staff-earlier';
import type { Wording } from './wording';

/** Whom this time could be given: it has come free, and they would come sooner. */
export function CouldTakeIt({ appointment, wording }: { appointment: StaffAppointment; wording: Wording }) {
  const { words, name, when, language } = wording;
  const labels = words.appointment;
  if (appointment.couldTakeIt.length === 0) return null;
  return (
    <section aria-labelledby="sooner">
      <h2 className="govuk-heading-m" id="sooner">
        {labels.sooner}
      </h2>
      <p className="govuk-body">{labels.soonerHint}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/earlier">
          {staffEarlierWords.in(language).dayLink}
        </a>
      </p>
      <ul className="govuk-list">
        {appointment.couldTakeIt.map((person) => (
          <li key={person.id}>
            <a className="govuk-link" href={`/staff/appointments/${person.id}`}>
              {labels.soonerNow(name(person), when(person.startsAt))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
