import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { VISIT_TASKS } from '~/domain/assisted/visit';
import type { Language } from '~/domain/language';
import { visitWords } from '~/i18n/pages/visit';

interface Props {
  language: Language;
  /** At a shared computer nobody is asked when. */
  kiosk: boolean;
  values: { wants: string; when: string };
  problems: { wants?: true; when?: true };
}

/** "Get help from someone at the jobcentre": what for, and when. */
export function AskVisitPage({ language, kiosk, values, problems }: Props) {
  const words = visitWords.in(language);
  const { form, tasks } = words;
  const text = (field: 'wants' | 'when') => (problems[field] ? form.errors[field] : undefined);
  const first = problems.wants ? 'wants' : problems.when ? 'when' : null;
  return (
    <QuestionPage
      language={language}
      back="/visits"
      error={first ? { text: form.errors[first], field: first } : undefined}
    >
      <h1 className="govuk-heading-l">{form.title}</h1>
      <p className="govuk-body">{words.what}</p>
      <form method="post" action="/visits/new" noValidate>
        <Radios
          name="wants"
          fieldset={{ legend: { text: form.wants, classes: 'govuk-fieldset__legend--m' } }}
          items={VISIT_TASKS.map((task) => ({ value: task, text: tasks[task] }))}
          value={values.wants}
          error={errorBeside(text('wants'), language)}
        />
        {!kiosk && (
          <Radios
            name="when"
            fieldset={{ legend: { text: form.when, classes: 'govuk-fieldset__legend--m' } }}
            items={[
              { value: 'here', text: form.here },
              { value: 'later', text: form.later, hint: form.laterHint },
            ]}
            value={values.when}
            error={errorBeside(text('when'), language)}
          />
        )}
        <Button>{form.submit}</Button>
      </form>
    </QuestionPage>
  );
}
