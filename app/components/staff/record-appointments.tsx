import { capitalised } from '~/components/appointment/shown-appointment';
import { recordWords } from '~/i18n/pages/record';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { RecordSection } from './record-sections';
import { StateTag } from './state-tag';
import type { Wording } from './wording';

interface Props {
  record: StaffCustomer;
  wording: Wording;
}

/** The appointments to come and those that were, with what the customer said of them. */
export function RecordAppointments({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  const list = (appointments: StaffCustomer['next'], none: string) =>
    appointments.length === 0 ? (
      <p className="govuk-body">{none}</p>
    ) : (
      <ul className="govuk-list wm-record__list">
        {appointments.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={`/staff/appointments/${one.id}`}>
              {words.appointment(capitalised(wording.when(one.startsAt)), one.adviser.firstName)}
            </a>{' '}
            <StateTag state={one.state} wording={wording} />
            <div>
              {[wording.words.modes[one.mode], one.purpose].filter(Boolean).join('. ')}
              {one.feedback && <strong> – {words.feedback[one.feedback.answer]}</strong>}
            </div>
            {one.feedback?.comment && (
              <blockquote className="wm-need__text wm-journal__text">{one.feedback.comment}</blockquote>
            )}
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <RecordSection id="next" heading={words.next}>
        {list(record.next, words.noNext)}
      </RecordSection>
      <RecordSection id="past" heading={words.past}>
        {list(record.past, words.noPast)}
      </RecordSection>
    </>
  );
}
