import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { callEndings } from '~/domain/messaging/call-ending';
import { outboxWords } from '~/i18n/pages/outbox';
import type { OutboxMessage } from '~/services/list-outbox.server';

interface Forms {
  message: OutboxMessage;
  language: Language;
  /** What was wrong with the answer that was sent, and the answer. */
  fault?: { reason: 'empty' | 'tooLong'; text: string };
  /** The headings are one level below the message's own. */
  headings?: 'h2' | 'h3';
}

/** Buttons with which the visitor plays the network: did it arrive? */
export function ReportForm({ message, language, headings: Heading = 'h3' }: Forms) {
  const words = outboxWords.in(language);
  if (!message.mayReport) return null;
  return (
    <form method="post" action={`/outbox/${message.id}/status`} className="wm-outbox__form">
      <Heading className="govuk-heading-s">{words.report.heading}</Heading>
      <div className="wm-outbox__buttons">
        <Button name="status" value="delivered" classes="govuk-button--secondary">
          {words.report.delivered}
          <For message={message} language={language} />
        </Button>
        <Button name="status" value="undelivered" classes="govuk-button--secondary">
          {words.report.undelivered}
          <For message={message} language={language} />
        </Button>
      </div>
    </form>
  );
}

/** Buttons with which the visitor takes a voice call, or lets it ring. */
export function CallForm({ message, language, headings: Heading = 'h3' }: Forms) {
  const words = outboxWords.in(language);
  if (!message.mayTakeCall) return null;
  // About a meeting that is over or off there is nothing to say yes to.
  const over = message.rule === 'missed' || message.rule === 'cancelled';
  return (
    <form method="post" action={`/outbox/${message.id}/status`} className="wm-outbox__form">
      <Heading className="govuk-heading-s">{words.take.heading}</Heading>
      <div className="wm-outbox__buttons">
        {callEndings({ saysCode: message.purpose === 'sign_in_code', over }).map((ending) => (
          <Button key={ending} name="status" value={ending} classes="govuk-button--secondary">
            {words.take[ending]}
            <For message={message} language={language} />
          </Button>
        ))}
      </div>
    </form>
  );
}

/** Ways in which the visitor answers as the customer. */
export function ReplyForms({ message, language, fault, headings: Heading = 'h3' }: Forms) {
  const words = outboxWords.in(language);
  if (!message.mayReply) return null;
  const action = `/outbox/${message.id}/reply`;
  return (
    <div className="wm-outbox__form">
      <Heading className="govuk-heading-s">{words.reply.heading}</Heading>
      <form method="post" action={action} className="wm-outbox__buttons">
        {['1', '2', 'STOP'].map((text) => (
          <Button key={text} name="text" value={text} classes="govuk-button--secondary">
            <span className="govuk-visually-hidden">{words.reply.quick} </span>
            {text}
            <For message={message} language={language} />
          </Button>
        ))}
      </form>
      <form method="post" action={action} noValidate>
        <Input
          id={`text-${message.id}`}
          name="text"
          label={{ text: words.reply.label }}
          defaultValue={fault?.text}
          autoComplete="off"
          error={
            fault && {
              text: fault.reason === 'empty' ? words.reply.empty : words.reply.tooLong,
              visuallyHiddenText: frameWords.in(language).error,
            }
          }
        />
        <Button>
          {words.reply.send}
          <For message={message} language={language} />
        </Button>
      </form>
    </div>
  );
}

/** Many buttons of a page say the same: those who hear them also hear which message each is for. */
function For({ message, language }: Forms) {
  const words = outboxWords.in(language);
  const kind = message.channel ? words.channel[message.channel] : words.undecided;
  const which = words.message(kind, message.firstName ?? words.someone);
  return <span className="govuk-visually-hidden">: {which}</span>;
}
