import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import { Textarea } from '~/components/design-system/textarea';
import { capitalised } from '~/components/appointment/shown-appointment';
import { errorBeside, QuestionPage } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { planWords } from '~/i18n/pages/plan';
import { dayInWords, ownerName, stepLine } from '~/i18n/plan-lines';
import type { OwnStepView } from '~/services/view-own-step.server';

interface Props {
  view: OwnStepView;
  language: Language;
  /** What was written, where it was too long. */
  fault?: { note: string };
}

/** One step, how it stands, and what its owner can say about it. */
export function StepPage({ view, language, fault }: Props) {
  const words = planWords.in(language);
  const { step, said, ...about } = view;
  const wrong = fault && words.step.noteTooLong;
  const mine = step.owner === 'customer';
  return (
    <QuestionPage language={language} back="/plan" error={wrong ? { text: wrong, field: 'note' } : undefined}>
      <h1 className="govuk-heading-l">{step.action}</h1>
      {step.doneAt === null && (
        <p className="govuk-body">
          {stepLine({ ...step, state: step.state === 'late' ? 'late' : 'open' }, about, language).map(capitalised)}
        </p>
      )}
      {!mine && step.doneAt === null && (
        <p className="govuk-body">{words.step.notYours(ownerName(step.owner, about.adviserFirstName, language))}</p>
      )}
      <Standing {...view} language={language} />
      {said !== null && (
        <p className="govuk-body">
          {words.step.said}: {said}
        </p>
      )}
      {mine && step.doneAt === null && (
        <Answers
          id={step.id}
          trouble={step.state}
          adviser={about.adviserFirstName ?? words.owners.adviser}
          note={fault?.note}
          error={wrong}
          language={language}
        />
      )}
      {step.ownIdea && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/plan/steps/${step.id}/change`}>
            {words.step.change}
          </a>
        </p>
      )}
    </QuestionPage>
  );
}

/** What was said about the step, and the way to take it back. */
function Standing({ step, language, ...about }: OwnStepView & { language: Language }) {
  const words = planWords.in(language);
  const adviser = about.adviserFirstName ?? words.owners.adviser;
  const text =
    step.doneAt !== null
      ? step.owner === 'customer'
        ? words.step.isDone(dayInWords(step.doneAt, about, language))
        : words.doneOn(dayInWords(step.doneAt, about, language))
      : step.state === 'help'
        ? words.askedForHelp(adviser)
        : step.state === 'cannot'
          ? words.saidCannot(adviser)
          : null;
  if (text === null) return null;
  return (
    <InsetText classes="wm-answered">
      <p className="govuk-body">{text}</p>
      {step.owner === 'customer' && (
        <form method="post" action={`/plan/steps/${step.id}/reopening`}>
          <Button classes="govuk-button--secondary">{words.step.putBack}</Button>
        </form>
      )}
    </InsetText>
  );
}

interface AnswerProps {
  id: string;
  trouble: string;
  adviser: string;
  note?: string;
  error?: string;
  language: Language;
}

/** One form, three buttons: what is written goes with whichever is pressed. */
function Answers({ id, trouble, adviser, note, error, language }: AnswerProps) {
  const words = planWords.in(language).step;
  const to = (answer: string) => `/plan/steps/${id}/${answer}`;
  return (
    <form method="post" action={to('done')}>
      <Textarea
        name="note"
        rows={3}
        label={{ text: words.note }}
        hint={words.noteHint(adviser)}
        error={errorBeside(error, language)}
        defaultValue={note}
      />
      <div className="wm-choices">
        <Button>{words.markDone}</Button>
        {trouble !== 'help' && (
          <Button classes="govuk-button--secondary" formAction={to('help')}>
            {words.needHelp}
          </Button>
        )}
        {trouble !== 'cannot' && (
          <Button classes="govuk-button--secondary" formAction={to('cannot')}>
            {words.cannot}
          </Button>
        )}
      </div>
    </form>
  );
}
