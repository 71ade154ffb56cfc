import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { ACCESS_NEEDS } from '~/domain/situation/access-need';
import { formatLongDate } from '~/i18n/format';
import { detailsWords } from '~/i18n/pages/details';
import { FormPage } from './form-page';
import type { AccessNeed } from '~/domain/situation/access-need';

interface Past {
  need: AccessNeed;
  detail: string;
  toldAt: number;
  withdrawnAt: number | null;
}

/** What somebody needs so that they can take part: asked once. */
export function AccessNeedsForm(props: {
  language: Language;
  zone: string;
  values: { needs: readonly AccessNeed[]; interpreterDetail: string; otherDetail: string };
  problems?: Partial<Record<'interpreterDetail' | 'otherDetail', 'other' | 'long'>>;
  before: readonly Past[];
}) {
  const { language, zone, values, problems = {}, before } = props;
  const words = detailsWords.in(language).needs;
  const said = (problem: 'other' | 'long' | undefined) => problem && words.errors[problem];
  const errors = {
    interpreterDetail: said(problems.interpreterDetail),
    otherDetail: said(problems.otherDetail),
  };
  const detail = (field: 'interpreterDetail' | 'otherDetail', text: string) => (
    <Input
      name={field}
      label={{ text }}
      error={errorBeside(errors[field], language)}
      defaultValue={values[field]}
      autoComplete="off"
    />
  );
  return (
    <FormPage language={language} back="/details" problems={errors}>
      <form method="post" action="/details/access-needs" noValidate>
        <Checkboxes
          name="need"
          values={values.needs}
          fieldset={{ legend: { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
          hint={words.hint}
          items={ACCESS_NEEDS.map((need) => ({
            ...{ value: need, text: words.needs[need] },
            ...{ name: `need-${need}`, id: `need-${need}` },
          }))}
        />
        {detail('interpreterDetail', words.interpreter)}
        {detail('otherDetail', words.other)}
        <Button>{words.save}</Button>
      </form>
      {before.length > 0 && (
        <section className="wm-section">
          <h2 className="govuk-heading-s wm-section__heading">{words.before}</h2>
          <ul className="govuk-list">
            {before.map((past) => (
              <li key={`${past.need} ${past.toldAt}`}>
                {words.wasNeeded(
                  [words.needs[past.need], past.detail].filter(Boolean).join(', '),
                  formatLongDate(past.toldAt, zone, language),
                  formatLongDate(past.withdrawnAt ?? past.toldAt, zone, language),
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormPage>
  );
}
