import { CareForm } from './care-form';
import type { Wording } from './wording';

interface Props {
  customer: { id: string; noMessages: boolean; discreet: boolean };
  /** The page that forms lead back to. */
  back: string;
  wording: Wording;
}

/** How careful we have to be with this customer, and how to change it. */
export function CarePanel({ customer, back, wording }: Props) {
  const words = wording.words.care;
  const { id, noMessages, discreet } = customer;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{words.title}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{noMessages ? words.noMessagesNow : words.noMessages}</p>
        <CareForm
          customerId={id}
          care="no-messages"
          on={!noMessages}
          back={back}
          label={noMessages ? words.allowMessages : words.stopMessages}
        />
        <p className="govuk-body wm-care">{discreet ? words.discreetNow : words.discreet}</p>
        <CareForm
          customerId={id}
          care="discreet"
          on={!discreet}
          back={back}
          label={discreet ? words.usualWords : words.neutralWords}
        />
      </div>
    </details>
  );
}
