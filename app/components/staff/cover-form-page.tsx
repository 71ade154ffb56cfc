import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Select } from '~/components/design-system/select';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { errorBeside } from '~/components/question-page';
import { COVER_FIELDS, type CoverField, type CoverProblems, type CoverValues } from '~/domain/adviser/cover-form';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import type { OfficeCovers, ShownClash } from '~/services/manage-covers.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: OfficeCovers;
  /** The address that the form goes to. */
  action: string;
  /** Whom it is for, where that cannot be chosen any more. */
  adviser: PersonName | null;
  values: CoverValues;
  problems: CoverProblems;
  clash: ShownClash | null;
  me: { firstName: string; lastName: string };
}

/** Who is away, who stands in, from when and until when. */
export function CoverFormPage({ language, view, action, adviser, values, problems, clash, me }: Props) {
  const wording = wordingFor(language, { zone: view.office.zone, now: view.now });
  const words = recordWords.in(language).cover;
  const day = (date: string) => formatDate(date, view.office.zone, language);
  const title = adviser ? words.form.correct : words.form.set;
  const texts: Partial<Record<CoverField, string>> = Object.fromEntries(
    COVER_FIELDS.flatMap((field) => (problems[field] ? [[field, words.problems[problems[field]]]] : [])),
  );
  if (clash) {
    const [away, standIn] = [wording.name(clash.adviser), wording.name(clash.standIn)];
    const text = words.clashes[clash.clash](away, standIn, day(clash.fromOn), day(clash.untilOn));
    texts[clash.clash === 'stand_in_away' ? 'standIn' : 'from'] = text;
  }
  const errors = COVER_FIELDS.flatMap((field) => (texts[field] ? [{ text: texts[field], href: `#${field}` }] : []));
  const choice = (field: 'adviser' | 'standIn', people: readonly PersonName[]) => (
    <Select
      name={field}
      label={words.form[field]}
      none={words.form.choose}
      items={people.map((one) => ({ value: one.id, text: wording.name(one) }))}
      defaultValue={values[field]}
      error={errorBeside(texts[field], language)}
    />
  );
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/cover">{frameWords.in(language).back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{words.notMoved}</p>
      <form method="post" action={action} noValidate>
        {adviser ? (
          <p className="govuk-body">
            {words.form.adviser} <strong>{wording.name(adviser)}</strong>
          </p>
        ) : (
          choice('adviser', view.advisers)
        )}
        {choice('standIn', view.people)}
        {(['from', 'until'] as const).map((field) => (
          <Input
            key={field}
            name={field}
            type="date"
            label={{ text: words.form[field] }}
            hint={field === 'until' ? words.form.untilHint : undefined}
            error={errorBeside(texts[field], language)}
            defaultValue={values[field]}
            classes="govuk-input--width-10"
          />
        ))}
        <Button>{words.form.submit}</Button>
      </form>
    </div>
  );
}
