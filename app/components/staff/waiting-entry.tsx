import { recordWords } from '~/i18n/pages/record';
import type { WaitingEntries } from '~/services/list-needs.server';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** A customer who waits for an answer in the journal: since when, never what they wrote. */
export function WaitingEntry({ waiting, wording }: { waiting: WaitingEntries; wording: Wording }) {
  const words = recordWords.in(wording.language).journal;
  const { customer, count, since, days } = waiting;
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={customer} wording={wording} />
      </p>
      <p className="wm-need__why">
        {words.count(count)}, {wording.when(since)}
        {days > 0 && ` (${words.days(days)})`}
      </p>
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/customers/${customer.id}/journal`}>
          {words.open}
          <span className="govuk-visually-hidden">{words.about(wording.name(customer), wording.when(since))}</span>
        </a>
      </div>
    </li>
  );
}
