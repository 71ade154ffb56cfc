import { bookingWords } from '~/i18n/pages/staff-booking';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { bookingPath } from './booking-times';
import type { Wording } from './wording';

/** The next free times of the named adviser, so that a usual booking begins on the record itself. */
export function NextFreeTimes({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const { free } = record;
  if (!free) return null;
  const words = bookingWords.in(wording.language);
  return (
    <nav aria-label={words.nextFree(free.adviser.firstName)}>
      <p className="govuk-body">{words.nextFree(free.adviser.firstName)}</p>
      <ul className="wm-times">
        {free.times.map((at) => (
          <li key={at}>
            <a
              className="wm-tap"
              href={bookingPath(record.customer.id, { ...free.wish, adviserId: free.adviser.id }, at)}
            >
              {wording.when(at)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
