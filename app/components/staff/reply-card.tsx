import { Fragment } from 'react';
import type { Language } from '~/domain/language';
import { recordWords } from '~/i18n/pages/record';
import type { ReplyWords } from '~/i18n/pages/replies';
import { replyWords } from '~/i18n/pages/replies';
import type { GivenAnswer, InboxReply } from '~/services/view-replies.server';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** Whose number a text came from, in words. */
export function senderOf({ owners }: Pick<InboxReply, 'owners'>, words: ReplyWords, name: Wording['name']): string {
  const [owner, ...others] = owners;
  if (!owner) return words.nobody;
  return others.length === 0 ? name(owner) : words.shared(owners.map(name).join(', '));
}

/** A text with what it is about, what the engine answered, and what a colleague did. */
export function ReplyFacts({ reply, wording }: { reply: InboxReply; wording: Wording }) {
  const words = replyWords.in(wording.language);
  const { when, name } = wording;
  const { appointment, automatic, answer, handled, meaning } = reply;
  return (
    <>
      <blockquote className="wm-need__text">{reply.text}</blockquote>
      {meaning !== 'other' && <p className="wm-need__why">{words.readAs(wording.words.meanings[meaning])}</p>}
      {appointment && (
        <p className="wm-need__why">
          {words.about}:{' '}
          <a className="govuk-link" href={`/staff/appointments/${appointment.id}`}>
            {words.appointment(when(appointment.startsAt))}
          </a>
        </p>
      )}
      <Records owners={reply.owners} wording={wording} />
      {automatic && <Given title={words.automatic} given={automatic} wording={wording} />}
      {answer && <Given title={words.answered} given={answer} wording={wording} />}
      {handled && (
        <p className="wm-need__why">
          {handled.by ? words.dealtWith(name(handled.by), when(handled.at)) : words.byEngine(when(handled.at))}
        </p>
      )}
    </>
  );
}

/** The way to the record of each customer whose number it is. */
function Records({ owners, wording }: { owners: InboxReply['owners']; wording: Wording }) {
  if (owners.length === 0) return null;
  const words = recordWords.in(wording.language);
  return (
    <p className="wm-need__why">
      {owners.map((owner) => (
        <Fragment key={owner.id}>
          <RecordLink customer={owner} wording={wording} label={words.recordOf(wording.name(owner))} />{' '}
        </Fragment>
      ))}
    </p>
  );
}

/** What went back, and whether it arrived. */
function Given({ title, given, wording }: { title: string; given: GivenAnswer; wording: Wording }) {
  const { words, when } = wording;
  const why = given.reason ? words.reasons[given.reason] : undefined;
  return (
    <p className="wm-need__why wm-as-sent">
      {title}: “{given.body}” – {words.news[given.status](words.channels.sms, when(given.at))}
      {why && ` (${why})`}
    </p>
  );
}

interface CardProps {
  reply: InboxReply;
  /** Where a form leads back to: whose texts are shown, or the page of the day. */
  show?: string;
  back?: string;
  language: Language;
  wording: Wording;
}

/** One text of the list, with what can be done about it. */
export function ReplyCard({ reply, show, back, language, wording }: CardProps) {
  const words = replyWords.in(language);
  const sender = senderOf(reply, words, wording.name);
  const about = <span className="govuk-visually-hidden">{words.to(sender)}</span>;
  return (
    <li className="wm-need" id={`reply-${reply.id}`}>
      <p className="wm-need__who">{wording.words.needs.wrote(sender, wording.when(reply.receivedAt))}</p>
      <ReplyFacts reply={reply} wording={wording} />
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/replies/${reply.id}`}>
          {reply.answer ? words.answerAgain : words.answer}
          {about}
        </a>
        <form method="post" action={`/staff/replies/${reply.id}/${reply.handled ? 'handled-undo' : 'handled'}`}>
          {back === undefined ? (
            <input type="hidden" name="show" value={show} />
          ) : (
            <input type="hidden" name="back" value={back} />
          )}
          <button className="wm-tap" type="submit">
            {reply.handled ? words.reopen : words.handle}
            {about}
          </button>
        </form>
      </div>
    </li>
  );
}
