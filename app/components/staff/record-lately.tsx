import { capitalised } from '~/components/appointment/shown-appointment';
import { linesOf } from '~/components/journey/station-lines';
import { customersWords } from '~/i18n/pages/customers';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import type { JourneyView } from '~/services/view-journey.server';
import { messageWords } from './message-line';
import { RecordSection } from './record-sections';
import type { Wording } from './wording';

/** The newest messages and what became of each; never their words. */
export function RecordMessages({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = customersWords.in(wording.language).record;
  const { messages } = record;
  return (
    <RecordSection id="messages" heading={words.messages}>
      {messages.length === 0 && <p className="govuk-body">{words.noMessages}</p>}
      <ul className="govuk-list">
        {messages.map((one) => (
          <li key={one.id}>
            {words.message(
              capitalised(one.rule ? wording.words.rules[one.rule] : wording.words.purposes[one.purpose]),
              messageWords({ ...one, fellShort: false }, wording),
            )}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}

/** Stations of the way that are shown: the last that were, and the next. */
const PAST_AT_MOST = 3;

/** The way so far in a few lines, as the customer sees it on theirs. */
export function RecordJourney({ journey, wording }: { journey: JourneyView; wording: Wording }) {
  const words = customersWords.in(wording.language).record;
  const { stations } = journey;
  const shown = [
    ...stations.filter(({ place }) => place === 'past').slice(-PAST_AT_MOST),
    ...stations.filter(({ place }) => place === 'now' || place === 'next'),
  ];
  return (
    <RecordSection id="journey" heading={words.journey}>
      <ol className="govuk-list">
        {shown.map((station) => {
          const { heading, when } = linesOf(station, journey, wording.language);
          return (
            <li key={`${station.kind} ${'id' in station ? station.id : ''}`}>
              {capitalised(when)}: {heading}
            </li>
          );
        })}
      </ol>
    </RecordSection>
  );
}
