import type { StoryItem } from '~/services/tell-appointment-story.server';
import { messageWords } from './message-line';
import type { Wording } from './wording';

type MessageItem = Extract<StoryItem, { what: 'message' }>;

/** One message: what became of it, why it went that way, each word of the provider, and the text as it was sent. */
export function MessageStory({ item, wording }: { item: MessageItem; wording: Wording }) {
  const { words, when } = wording;
  const labels = words.appointment;
  const [cause = '', code = item.errorCode] = (item.reason ?? '').split(':');
  const why = words.reasons[cause];
  const heading =
    item.channel === 'call_list'
      ? words.dayPage.onCallList
      : messageWords({ ...item, at: item.news.at(-1)?.at ?? item.at, notBefore: item.at }, wording);
  return (
    <div>
      <p className={item.fellShort ? 'wm-story__what wm-row__short' : 'wm-story__what'}>{heading}</p>
      <p className="wm-story__more">
        {item.rule ? words.rules[item.rule] : words.purposes[item.purpose]}
        {why && ` – ${labels.reason(why)}`}
        {code && ` – ${labels.code(item.provider ?? '', code)}`}
      </p>
      {item.news.length > 0 && (
        <ul className="wm-story__news">
          {item.news.map((news, index) => (
            <li key={index}>
              {when(news.at)}: {words.statuses[news.status]}
            </li>
          ))}
        </ul>
      )}
      {item.body !== null && (
        <details className="govuk-details wm-story__text">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{labels.asSent}</span>
          </summary>
          <div className="govuk-details__text">
            {item.recipient !== null && (
              <p>
                {labels.to}: {item.recipient}
              </p>
            )}
            {item.subject !== null && (
              <p>
                {labels.subject}: {item.subject}
              </p>
            )}
            <p className="wm-as-sent">{item.body}</p>
          </div>
        </details>
      )}
    </div>
  );
}
