import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios, type RadioItem } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import type { Language } from '~/domain/language';
import type { AnswerFault } from '~/domain/messaging/quick-answer';
import { frameWords } from '~/i18n/pages/frame';
import { replyWords, type ReplyWords } from '~/i18n/pages/replies';
import type { InboxReply } from '~/services/view-replies.server';
import type { ReplyToAnswer } from '~/services/view-reply.server';
import { ReplyFacts, senderOf } from './reply-card';
import { SavedAnswers } from './saved-answers';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

/** What was chosen and typed before. */
export interface AnswerValues {
  choice?: string;
  time?: string;
  text?: string;
  after?: string;
}

interface Props {
  language: Language;
  shown: ReplyToAnswer;
  me: { firstName: string; lastName: string };
  fault: AnswerFault | null;
  values: AnswerValues;
}

/** "A text from Sam Price". */
export function replyTitle(reply: Pick<InboxReply, 'owners'>, language: Language): string {
  const words = replyWords.in(language);
  const [owner] = reply.owners;
  return words.page.title(
    owner && reply.owners.length === 1 ? `${owner.firstName} ${owner.lastName}` : words.page.someone,
  );
}

/** One text, and a form to answer it: ready words or one's own; or why no text may go back, and what to do instead. */
export function ReplyPage({ language, shown, me, fault, values }: Props) {
  const { reply, office, bar } = shown;
  const wording = wordingFor(language, { zone: office.zone, now: shown.now });
  const words = replyWords.in(language);
  const frame = frameWords.in(language);
  const field = fieldOf(fault);
  const faultText = fault && faultWords(fault, words);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/replies">{words.page.back}</BackLink>
      {faultText && <ErrorSummary title={frame.problem} errors={[{ text: faultText, href: `#${field}` }]} />}
      <h1 className="govuk-heading-l">{replyTitle(reply, language)}</h1>
      {reply.owners.length !== 1 && <p className="govuk-body">{senderOf(reply, words, wording.name)}</p>}
      <p className="govuk-body">{words.page.wrote(wording.when(reply.receivedAt), shown.from)}</p>
      <div className="wm-need wm-need--alone">
        <ReplyFacts reply={reply} wording={wording} />
      </div>
      {bar ? (
        <Barred shown={shown} bar={words.bars[bar]} words={words} />
      ) : (
        <AnswerForm shown={shown} values={values} field={field} faultText={faultText} wording={wording} />
      )}
    </div>
  );
}

function Barred({ shown, bar, words }: { shown: ReplyToAnswer; bar: string; words: ReplyWords }) {
  const { reply } = shown;
  return (
    <section aria-labelledby="cannot">
      <h2 className="govuk-heading-m" id="cannot">
        {words.page.cannot}
      </h2>
      <p className="govuk-body">{bar}</p>
      {reply.owners.length === 1 && shown.bar !== 'shared' && (
        <form method="post" action={`/staff/replies/${reply.id}/call`}>
          <Button>{words.page.callInstead}</Button>
        </form>
      )}
    </section>
  );
}

interface FormProps {
  shown: ReplyToAnswer;
  values: AnswerValues;
  field: string;
  faultText: string | null;
  wording: Wording;
}

function AnswerForm({ shown, values, field, faultText, wording }: FormProps) {
  const words = replyWords.in(wording.language);
  const { page } = words;
  const error = { text: faultText ?? '', visuallyHiddenText: frameWords.in(wording.language).error };
  const errorAt = (name: string) => (faultText && field === name ? error : undefined);
  const items: RadioItem[] = [
    ...shown.ready.map(({ answer, text }) => ({
      value: answer,
      text: words.quick[answer],
      // The time stands in the text once it is known.
      hint: answer === 'call_today' ? undefined : <span lang={shown.language}>{text}</span>,
    })),
    { value: 'own', text: page.own, hint: page.ownHint },
  ];
  return (
    <form method="post" action={`/staff/replies/${shown.reply.id}?index`} noValidate>
      <input type="hidden" name="after" value={shown.answeredBy} />
      <Radios
        name="choice"
        fieldset={{ legend: { text: page.question, classes: 'govuk-fieldset__legend--m' } }}
        hint={`${page.hint} ${page.inLanguage[shown.language]}`}
        error={errorAt('choice')}
        items={items}
        value={values.choice ?? null}
      />
      <Input
        name="time"
        type="time"
        label={{ text: page.time }}
        hint={page.timeHint}
        error={errorAt('time')}
        defaultValue={values.time}
        classes="govuk-input--width-10"
      />
      <SavedAnswers saved={shown.saved} path={`/staff/replies/${shown.reply.id}`} language={wording.language} />
      <Textarea
        name="text"
        label={{ text: page.ownLabel }}
        error={errorAt('text')}
        defaultValue={values.text}
        rows={4}
        spellCheck
      />
      <Button>{page.toPreview}</Button>
    </form>
  );
}

function fieldOf(fault: AnswerFault | null): 'choice' | 'time' | 'text' {
  if (!fault || fault.fault === 'choose') return 'choice';
  return fault.fault === 'time' ? 'time' : 'text';
}

function faultWords(fault: AnswerFault, { faults }: ReplyWords): string {
  if (fault.fault === 'too_long') return faults.too_long(String(fault.characters));
  if (fault.fault === 'forbidden') return faults.forbidden(fault.words.join(', '));
  return faults[fault.fault];
}
