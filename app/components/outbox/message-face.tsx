import type { Language } from '~/domain/language';
import { outboxWords } from '~/i18n/pages/outbox';
import type { OutboxMessage } from '~/services/list-outbox.server';
import { LinkedText } from './linked-text';

interface Face {
  message: OutboxMessage;
  language: Language;
  portal: string;
}

/** The message as the person would see it: on their telephone, in their post, or in a colleague's hand. */
export function MessageFace({ message, language, portal }: Face) {
  const words = outboxWords.in(language);
  if (message.body === null) {
    return message.channel === null ? <p className="govuk-hint">{words.undecidedNote}</p> : null;
  }
  const text = (
    <div className="wm-outbox__text" lang={message.language === language ? undefined : message.language}>
      <LinkedText text={message.body} portal={portal} />
    </div>
  );
  switch (message.channel) {
    case 'email':
    case 'letter':
      return (
        <div className="wm-outbox__paper">
          <p className="wm-outbox__heading" lang={message.language === language ? undefined : message.language}>
            <span className="govuk-visually-hidden">{words.subject}: </span>
            {message.subject}
          </p>
          {text}
          {message.hasCalendar && <p className="wm-outbox__note">📎 {words.attachment}</p>}
        </div>
      );
    case 'voice':
      return (
        <div className="wm-outbox__paper wm-outbox__paper--call">
          <p className="wm-outbox__heading">{words.heard.anybody}</p>
          <div className="wm-outbox__text" lang={message.language === language ? undefined : message.language}>
            {message.opening}
          </div>
          <p className="wm-outbox__heading">{words.heard.person}</p>
          {text}
        </div>
      );
    case 'call_list':
      return (
        <div className="wm-outbox__paper wm-outbox__paper--call">
          <p className="wm-outbox__heading">{words.script}</p>
          {text}
        </div>
      );
    default:
      return <div className="wm-outbox__bubble">{text}</div>;
  }
}
