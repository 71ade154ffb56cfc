import { Details, Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { outboxWords } from '~/i18n/pages/outbox';
import type { OutboxMessage } from '~/services/list-outbox.server';
import { CallForm, ReplyForms, ReportForm } from './answer-forms';
import { MessageFace } from './message-face';
import { MessageHistory, MessageReason, MessageReplies } from './message-story';
import { sayWhen } from './when';

interface Card {
  message: OutboxMessage;
  language: Language;
  now: number;
  portal: string;
}

const TAG: Partial<Record<OutboxMessage['status'], string>> = {
  delivered: 'govuk-tag--green',
  undelivered: 'govuk-tag--red',
  failed: 'govuk-tag--red',
  expired: 'govuk-tag--red',
  planned: 'govuk-tag--grey',
  superseded: 'govuk-tag--grey',
  cancelled: 'govuk-tag--grey',
  suppressed: 'govuk-tag--grey',
};

/** "Text to Carys". */
export function messageName(message: OutboxMessage, language: Language): string {
  const words = outboxWords.in(language);
  const kind = message.channel ? words.channel[message.channel] : words.undecided;
  return words.message(kind, message.firstName ?? words.someone);
}

/** Where it went, when, and how it stands. */
export function MessageFacts({ message, language, now }: Omit<Card, 'portal'>) {
  const words = outboxWords.in(language);
  const { at, zone, status, channel, recipient, segments, startsAt } = message;
  const when = sayWhen(at, zone, now, language);
  const standing = channel === 'call_list' && status === 'accepted' ? words.onCallList : words.status[status];
  return (
    <p className="wm-outbox__facts">
      <Tag classes={TAG[status]}>{standing}</Tag> <span>{status === 'planned' ? words.goesAt(when) : when}</span>
      {recipient && (
        <>
          {' · '}
          <span className="wm-outbox__recipient">
            <span className="govuk-visually-hidden">{words.to}: </span>
            {recipient}
          </span>
        </>
      )}
      {segments !== null && channel === 'sms' && <> · {words.segments(segments)}</>}
      {startsAt !== null && (
        <>
          <br />
          {words.aboutMeeting(sayWhen(startsAt, zone, now, language))}
        </>
      )}
    </p>
  );
}

/** One message in the list. */
export function MessageCard({ message, language, now, portal }: Card) {
  const words = outboxWords.in(language);
  const shared = { message, language, now };
  /** For those who hear it alone: which message. */
  const about = <span className="govuk-visually-hidden">{`: ${messageName(message, language)}`}</span>;
  return (
    <li className="wm-outbox__card">
      <h2 className="govuk-heading-m">
        <a className="govuk-link" href={`/outbox/${message.id}`}>
          {messageName(message, language)}
        </a>
      </h2>
      <MessageFacts {...shared} />
      <MessageFace message={message} language={language} portal={portal} />
      <MessageReplies {...shared} />
      <MessageReason {...shared} />
      <ReportForm message={message} language={language} />
      <CallForm message={message} language={language} />
      {message.mayReply && (
        <Details
          summary={
            <>
              {words.reply.heading}
              {about}
            </>
          }
        >
          <ReplyForms message={message} language={language} />
        </Details>
      )}
      {message.history.length > 0 && (
        <Details
          summary={
            <>
              {words.became}
              {about}
            </>
          }
        >
          <MessageHistory {...shared} message={{ ...message, replies: [] }} />
        </Details>
      )}
    </li>
  );
}
