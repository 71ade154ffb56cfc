import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { outboxWords } from '~/i18n/pages/outbox';
import type { OutboxMessage } from '~/services/list-outbox.server';
import { CallForm, ReplyForms, ReportForm } from './answer-forms';
import { MessageFacts, messageName } from './message-card';
import { MessageFace } from './message-face';
import { MessageHistory, MessageReason } from './message-story';

interface MessagePageProps {
  message: OutboxMessage;
  language: Language;
  now: number;
  portal: string;
  done?: 'delivered' | 'undelivered' | 'replied' | 'called' | null;
  fault?: { reason: 'empty' | 'tooLong'; text: string };
}

/** One message of the outbox, with everything that became of it and everything a visitor can do with it. */
export function MessagePage({ message, language, now, portal, done, fault }: MessagePageProps) {
  const words = outboxWords.in(language);
  const frame = frameWords.in(language);
  const shared = { message, language, now };
  return (
    <>
      <BackLink href="/outbox">{words.back}</BackLink>
      {fault && (
        <ErrorSummary
          title={frame.problem}
          errors={[{ text: words.reply[fault.reason], href: `#text-${message.id}` }]}
        />
      )}
      {done && (
        <NotificationBanner title={frame.done} type="success">
          {words.done[done]}
        </NotificationBanner>
      )}
      <p className="wm-outbox__banner">{words.banner}</p>
      <h1 className="govuk-heading-l">{messageName(message, language)}</h1>
      <MessageFacts {...shared} />
      <MessageFace message={message} language={language} portal={portal} />
      <MessageReason {...shared} />
      <MessageHistory {...shared} headings="h2" />
      <ReportForm message={message} language={language} headings="h2" />
      <CallForm message={message} language={language} headings="h2" />
      <ReplyForms message={message} language={language} fault={fault} headings="h2" />
    </>
  );
}
