import type { PersonNeeded } from '~/domain/assisted/readiness';
import { formatWords } from '~/i18n/pages/formats';
import type { Wording } from './wording';

interface Props {
  people: readonly PersonNeeded[];
  customerId: string;
  /** For those who hear the link alone: which meeting. */
  about: string;
  wording: Wording;
}

/** Whether whoever signs or interprets will be there, one line for each, and the way to see to it. */
export function ReadinessLines({ people, customerId, about, wording }: Props) {
  const words = formatWords.in(wording.language);
  return people.map(({ kind, ready, state }) =>
    ready ? (
      <p key={kind} className="wm-row__how">
        {words.ready.booked(words.kinds[kind])}
      </p>
    ) : (
      <p key={kind} className="wm-row__alert">
        <a className="govuk-link" href={`/staff/customers/${customerId}/formats`}>
          {words.ready[state === 'cannot' ? 'cannot' : 'not'](words.ready.inSentence[kind])}
          <span className="govuk-visually-hidden">{about}</span>
        </a>
      </p>
    ),
  );
}
