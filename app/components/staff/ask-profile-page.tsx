import { AgeRadios, choicesOf, Wants } from '~/components/profile/question-form';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import { QUESTIONS, type AnswersSoFar } from '~/domain/capability/answers';
import type { ProfileProblems } from '~/domain/capability/profile-form';
import type { AgeBand } from '~/domain/capability/reassess';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { profileWords } from '~/i18n/pages/profile';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { ProfileDesk } from '~/services/view-profile-desk.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: ProfileDesk;
  formId: string;
  answers: AnswersSoFar;
  ageBand: AgeBand | null;
  problems: ProfileProblems;
}

/** The ten questions on one page, for whoever sits with the customer or has them on the telephone. */
export function AskProfilePage({ language, me, view, formId, answers, ageBand, problems }: Props) {
  const words = staffProfileWords.in(language);
  const theirs = profileWords.in(language);
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const path = `/staff/customers/${view.customer.id}/profile`;
  const names = { ...theirs.questions, ageBand: theirs.age.question };
  const errors = ([...QUESTIONS, 'ageBand'] as const).flatMap((field) =>
    problems[field] ? [{ text: words.missing(names[field]), href: `#${field}` }] : [],
  );
  const errorAt = (field: keyof ProfileProblems) => problems[field] && words.missing(names[field]);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={path}>{words.backToProfile}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">{words.ask(wording.name(view.customer))}</h1>
      <p className="govuk-body">{words.askLead}</p>
      <form method="post" action={`${path}/questions`} noValidate>
        <input type="hidden" name="form" value={formId} />
        {QUESTIONS.map((question, index) => (
          <Radios
            key={question}
            name={question}
            fieldset={{
              legend: { text: `${index + 1}. ${theirs.questions[question]}`, classes: 'govuk-fieldset__legend--m' },
            }}
            hint={theirs.hints[question]}
            error={errorBeside(errorAt(question), language)}
            value={answers[question] ?? null}
            items={choicesOf(question, language)}
          />
        ))}
        <Wants language={language} wants={answers.wants ?? []} />
        <AgeRadios language={language} value={ageBand} error={errorAt('ageBand')} heading={false} />
        <Button>{words.submit}</Button>
      </form>
    </div>
  );
}
