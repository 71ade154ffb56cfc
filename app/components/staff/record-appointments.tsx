import { capitalised } from '~/components/appointment/shown-appointment';
import { formatDate } from '~/i18n/format';
import { customersWords } from '~/i18n/pages/customers';
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
            <Away record={record} appointment={one} wording={wording} />
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

/** Its adviser is away on that day: whoever stands in is not told of it by themselves. */
function Away({ record, appointment, wording }: Props & { appointment: StaffCustomer['next'][number] }) {
  const cover = record.away[appointment.id];
  if (!cover) return null;
  const day = (date: string) => formatDate(date, record.zone, wording.language);
  const words = customersWords.in(wording.language).record;
  return (
    <div>
      <strong>
        {words.away(appointment.adviser.firstName, wording.name(cover.standIn), day(cover.fromOn), day(cover.untilOn))}
      </strong>
    </div>
  );
}
