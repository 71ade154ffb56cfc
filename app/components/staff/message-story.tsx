import type { MessageItem } from '~/services/tell-message-story.server';
import { messageWords } from './message-line';
import type { Wording } from './wording';

interface Props {
  item: MessageItem;
  wording: Wording;
}

/** One message: what became of it or will, why it went that way, what was heard of it, and the text as it was sent. */
export function MessageStory({ item, wording }: Props) {
  const { words, whenBeside } = wording;
  const labels = words.appointment;
  return (
    <div>
      <p className={item.fellShort ? 'wm-story__what wm-row__short' : 'wm-story__what'}>{headingOf(item, wording)}</p>
      <p className="wm-story__more">{detailsOf(item, wording).join(' – ')}</p>
      {item.news.length > 0 && !item.quietEnd && (
        <ul className="wm-story__news">
          {item.news.map((news, index) => (
            <li key={index}>
              {whenBeside(news.at, item.at)}:{' '}
              {(news.mark && words.marks[news.mark]) ??
                (news.waits && words.reasons[news.waits]) ??
                words.statuses[news.status]}
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

function headingOf(item: MessageItem, wording: Wording): string {
  const { words, when } = wording;
  if (item.channel === 'call_list') return words.dayPage.onCallList;
  const { expected } = item;
  if (expected?.channel === 'call_list' && item.rule !== 'same_day')
    return words.news.planned(words.channels.call_list, when(item.at));
  const channel = item.channel ?? expected?.channel ?? null;
  if (item.quietEnd) return words.news.cancelled(words.channels[channel ?? 'none'], when(item.at));
  return messageWords({ ...item, channel, at: item.news.at(-1)?.at ?? item.at, notBefore: item.at }, wording);
}

function detailsOf(item: MessageItem, { words, when }: Wording): string[] {
  const labels = words.appointment;
  const [cause = '', code = item.errorCode] = (item.reason ?? '').split(':');
  // Some codes are words of ours, and say more than the cause: nobody answered, the line was busy.
  const why = words.reasons[code ?? ''] ?? words.reasons[cause];
  const said = code !== null && !(code in words.reasons) ? code : null;
  const expected = item.expected && words.reasons[item.expected.reason];
  const { letter } = item;
  return [
    item.rule ? words.rules[item.rule] : words.purposes[item.purpose],
    why && labels.reason(why),
    said && labels.code(words.providers[item.provider ?? ''] ?? item.provider ?? '', said),
    expected && (item.expected?.channel ? labels.reason(expected) : labels.wouldNotGo(expected)),
    letter && item.status === 'accepted' && labels.postBy(when(letter.postBy)),
    letter?.postedBy && labels.postedBy(letter.postedBy),
    item.replaces && labels.replaces,
    item.isOld && labels.oldTime,
  ].filter((line): line is string => typeof line === 'string' && line !== '');
}
