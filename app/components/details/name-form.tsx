import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { NameProblem } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { detailsWords } from '~/i18n/pages/details';
import { FormPage } from './form-page';

type Field = 'knownAs' | 'firstName' | 'lastName';

/** What to call somebody, and their name on record. */
export function NameForm(props: {
  language: Language;
  values: Record<Field, string>;
  problems?: Partial<Record<Field, NameProblem>>;
}) {
  const { language, values, problems = {} } = props;
  const words = detailsWords.in(language).name;
  const said = (field: Field) => {
    const problem = problems[field];
    return problem && (problem === 'empty' ? words.errors.empty[field] : words.errors[problem]);
  };
  const errors = { knownAs: said('knownAs'), firstName: said('firstName'), lastName: said('lastName') };
  const input = (field: Field, autoComplete: string, hint?: string) => (
    <Input
      name={field}
      label={{ text: words[field], classes: field === 'knownAs' ? 'govuk-label--m' : undefined }}
      hint={hint}
      error={errorBeside(errors[field], language)}
      defaultValue={values[field]}
      autoComplete={autoComplete}
      spellCheck={false}
    />
  );
  return (
    <FormPage language={language} back="/details" problems={errors}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <form method="post" action="/details/name" noValidate>
        {input('knownAs', 'nickname', words.knownAsHint)}
        <h2 className="govuk-heading-m">{words.record}</h2>
        <p className="govuk-body">{words.recordHint}</p>
        {input('firstName', 'given-name')}
        {input('lastName', 'family-name', words.lastNameHint)}
        <Button>{words.save}</Button>
      </form>
    </FormPage>
  );
}
