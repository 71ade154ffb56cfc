import { formatDate } from '~/i18n/format';
import { bookingWords } from '~/i18n/pages/staff-booking';
import type { BookingConfirmation } from '~/services/view-booking.server';
import type { Wording } from './wording';

/** Exactly what the customer is going to get, by what way and when; or that nothing can reach them. */
export function TellingPreview({ view, wording }: { view: BookingConfirmation; wording: Wording }) {
  const words = bookingWords.in(wording.language).confirm;
  const { told, reminders } = view.telling;
  const when = (at: number) => wording.words.at(formatDate(at, view.zone, wording.language), wording.time(at));
  return (
    <section aria-labelledby="gets" className="wm-record__part">
      <h2 className="govuk-heading-m" id="gets">
        {words.gets(view.customer.called)}
      </h2>
      {told.way === 'nothing' && <p className="govuk-body">{words.nothing}</p>}
      {told.way === 'call' && <p className="govuk-body">{words.call(wording.words.callReasons[told.reason])}</p>}
      {told.way === 'message' && (
        <>
          <p className="govuk-body">
            {told.at <= view.now
              ? words.getsNow(wording.words.channels[told.channel], told.recipient)
              : words.getsAt(wording.words.channels[told.channel], told.recipient, when(told.at))}
          </p>
          {told.subject !== null && (
            <p className="govuk-body">
              {words.subject}: <strong lang={view.customer.language}>{told.subject}</strong>
            </p>
          )}
          <div className="wm-told" lang={view.customer.language}>
            {told.body}
          </div>
          {view.second && <p className="govuk-body">{words.getsEach}</p>}
        </>
      )}
      {reminders.length > 0 && (
        <>
          <h3 className="govuk-heading-s">{words.reminders}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {reminders.map(({ rule, at }) => (
              <li key={rule}>{words.reminder(when(at))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
