import type { Language } from '~/domain/language';
import { CALL_MARKS } from '~/domain/messaging/call-status';
import { outboxWords } from '~/i18n/pages/outbox';
import type { OutboxMessage } from '~/services/list-outbox.server';
import { sayWhen } from './when';

interface Story {
  message: OutboxMessage;
  language: Language;
  now: number;
  /** The headings are one level below what they are about. */
  headings?: 'h2' | 'h3';
}

/** Why the message went, in words: what made it due, and what chose its way. */
export function MessageReason({ message, language }: Story) {
  const words = outboxWords.in(language);
  const cause = message.rule ? words.rule[message.rule] : words.purpose[message.purpose];
  const [head = '', code] = (message.reason ?? '').split(':');
  const choice = (words.reason as Record<string, string>)[head];
  return (
    <p className="govuk-body wm-outbox__why">
      <strong>{words.why}:</strong> {cause}
      {choice && <>; {choice}</>}
      {choice && code && <> ({words.code(code)})</>}.
    </p>
  );
}

/** What became of it, step by step, and what came back. */
export function MessageHistory({ message, language, now, headings: Heading = 'h3' }: Story) {
  const words = outboxWords.in(language);
  const { history, zone } = message;
  return (
    <>
      {history.length > 0 && (
        <>
          <Heading className="govuk-heading-s">{words.became}</Heading>
          <ol className="govuk-list wm-outbox__history">
            {history.map((event, index) => (
              <li key={index}>
                <strong>{keyOf(event.detail, language) ?? words.status[event.status]}</strong>{' '}
                <span>{sayWhen(event.at, zone, now, language)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <MessageReplies message={message} language={language} now={now} headings={Heading} />
    </>
  );
}

/** What a key in a voice call showed; null for other news. */
function keyOf(detail: string | null, language: Language): string | null {
  const mark = CALL_MARKS.find((one) => one === detail);
  return mark ? outboxWords.in(language).key[mark] : null;
}

/** Texts that came back, as the customer wrote them, with what the service took them for. */
export function MessageReplies({ message, language, now, headings: Heading = 'h3' }: Story) {
  const words = outboxWords.in(language);
  if (message.replies.length === 0) return null;
  return (
    <>
      <Heading className="govuk-heading-s">{words.replied}</Heading>
      {message.replies.map((reply, index) => (
        <div key={index} className="wm-outbox__bubble wm-outbox__bubble--back">
          <div className="wm-outbox__text">{reply.body}</div>
          <p className="wm-outbox__note">
            {sayWhen(reply.at, message.zone, now, language)}: {words.meaning[reply.meaning]}
          </p>
        </div>
      ))}
    </>
  );
}
