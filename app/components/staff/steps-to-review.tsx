import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { dayInWords } from '~/i18n/plan-lines';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';

/** The open steps of the customer's plan, for when they meet; what needs help comes first. */
export function StepsToReview({ appointment, language }: { appointment: StaffAppointment; language: Language }) {
  const words = staffPlanWords.in(language);
  const { steps, customer, office, now } = appointment;
  const about = { zone: office.zone, today: wallClockOf(now, office.zone).date };
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        {words.review.title}
      </h2>
      {steps.length === 0 ? (
        <p className="govuk-body">{words.review.none}</p>
      ) : (
        <ul className="govuk-list">
          {steps.map(({ id, action, owner, state, dueOn }) => (
            <li key={id}>
              <strong>{action}</strong>
              <br />
              {words.owners[owner]}, {words.states[state](dayInWords(dueOn, about, language))}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${customer.id}/plan`}>
          {words.review.plan}
        </a>
      </p>
    </section>
  );
}
