import { bookingWords } from '~/i18n/pages/staff-booking';
import type { Wording } from './wording';

/** The way to an appointment that has just been booked. */
export function BookedLink({ appointmentId, wording }: { appointmentId: string; wording: Wording }) {
  return (
    <p className="govuk-body">
      <a className="govuk-notification-banner__link" href={`/staff/appointments/${appointmentId}`}>
        {bookingWords.in(wording.language).seeBooked}
      </a>
    </p>
  );
}
