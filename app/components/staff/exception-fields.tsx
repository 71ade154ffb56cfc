import { Button } from '~/components/design-system/button';
import { ErrorMessage, FormGroup, Label } from '~/components/design-system/form-parts';
import { Input } from '~/components/design-system/input';
import { Radios } from '~/components/design-system/radios';
import { WarningText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import { DIARY_EXCEPTIONS } from '~/domain/office/diary';
import type { ExceptionField, ExceptionProblems, ExceptionValues } from '~/domain/office/exception-form';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import { TouchedMeetings } from './touched-meetings';
import type { Wording } from './wording';

interface Props {
  /** The address that the form goes to. */
  action: string;
  /** So that the same form sent twice is saved once. */
  id: string;
  values: ExceptionValues;
  problems: ExceptionProblems;
  venues: readonly { id: string; name: string }[];
  /** Meetings in the time that was sent, and what has to come back with it to save it all the same. */
  touched: { meetings: TouchedMeeting[]; seen: string } | null;
  zone: string;
  wording: Wording;
}

/** What it is, which days, which hours, and where. */
export function ExceptionFields({ action, id, values, problems, venues, touched, zone, wording }: Props) {
  const { language } = wording;
  const words = diaryWords.in(language);
  const wrong = (field: ExceptionField) =>
    errorBeside(problems[field] && words.form.problems[problems[field]], language);
  const dateOf = (field: 'from' | 'until') => (
    <Input
      name={field}
      type="date"
      label={{ text: words.form[field] }}
      hint={field === 'until' ? words.form.untilHint : undefined}
      error={wrong(field)}
      defaultValue={values[field]}
      classes="govuk-input--width-10"
    />
  );
  const timeOf = (field: 'fromTime' | 'toTime') => (
    <Input
      name={field}
      label={{ text: words.form[field] }}
      error={wrong(field)}
      defaultValue={values[field]}
      classes="govuk-input--width-10"
    />
  );
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="id" value={id} />
      {touched && (
        <>
          <WarningText iconText={words.touched.important}>{words.touched.before(touched.meetings.length)}</WarningText>
          <TouchedMeetings meetings={touched.meetings} zone={zone} wording={wording} />
          <input type="hidden" name="seen" value={touched.seen} />
        </>
      )}
      <Radios
        name="kind"
        fieldset={{ legend: { text: words.form.kind, classes: 'govuk-fieldset__legend--s' } }}
        items={DIARY_EXCEPTIONS.map((kind) => ({
          value: kind,
          text: words.kinds[kind],
          hint: words.form.kindHints[kind] || undefined,
        }))}
        value={values.kind}
        error={wrong('kind')}
      />
      {dateOf('from')}
      {dateOf('until')}
      <p className="govuk-body">{words.form.times}</p>
      {timeOf('fromTime')}
      {timeOf('toTime')}
      <FormGroup error={wrong('place')}>
        <Label htmlFor="place">{words.form.place}</Label>
        {problems.place && <ErrorMessage id="place-error" error={wrong('place')!} />}
        <select
          className={problems.place ? 'govuk-select govuk-select--error' : 'govuk-select'}
          id="place"
          name="place"
          defaultValue={values.place}
          aria-describedby={problems.place ? 'place-error' : undefined}
        >
          <option value="">{words.form.choosePlace}</option>
          {venues.map((venue) => (
            <option key={venue.id} value={venue.id}>
              {venue.name}
            </option>
          ))}
        </select>
      </FormGroup>
      <Input
        name="note"
        label={{ text: words.form.note }}
        hint={words.form.noteHint}
        error={wrong('note')}
        defaultValue={values.note}
      />
      <Button>{touched ? words.touched.confirm : words.form.submit}</Button>
    </form>
  );
}
