import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { errorBeside } from '~/components/question-page';
import {
  SESSION_FIELDS,
  type SessionField,
  type SessionProblems,
  type SessionValues,
} from '~/domain/appointment/group-session-form';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { groupWords } from '~/i18n/pages/staff-group-sessions';
import type { SessionDesk } from '~/services/manage-group-sessions.server';
import { Select } from '~/components/design-system/select';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  desk: SessionDesk;
  values: SessionValues;
  problems: SessionProblems;
  formKey: string;
  me: { firstName: string; lastName: string };
}

/** A new group session: what, by whom, where, when, and for how many. */
export function GroupSessionFormPage({ language, desk, values, problems, formKey, me }: Props) {
  const wording = wordingFor(language, { zone: desk.zone, now: desk.now });
  const words = groupWords.in(language);
  const frame = frameWords.in(language);
  const textOf = (field: SessionField) => problems[field] && words.problems[problems[field]];
  const errors = SESSION_FIELDS.flatMap((field) => {
    const text = textOf(field);
    return text ? [{ text, href: `#${field}` }] : [];
  });
  const choice = (field: 'kind' | 'adviser' | 'place', items: { value: string; text: string }[], none: string) => (
    <Select
      name={field}
      label={words.form[field]}
      items={[{ value: '', text: none }, ...items]}
      defaultValue={values[field]}
      error={errorBeside(textOf(field), language)}
    />
  );
  const input = (
    field: Exclude<SessionField, 'kind' | 'adviser' | 'place'>,
    rest: { type?: string; hint?: string; classes?: string; inputMode?: 'numeric' } = {},
  ) => (
    <Input
      name={field}
      label={{ text: words.form[field] }}
      error={errorBeside(textOf(field), language)}
      defaultValue={values[field]}
      {...rest}
    />
  );
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/group-sessions">{words.title}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{words.new}</h1>
      {desk.kinds.length === 0 && <p className="govuk-body">{words.noKinds}</p>}
      {desk.kinds.length > 0 && (
        <form method="post" action="/staff/group-sessions/new" noValidate>
          <input type="hidden" name="key" value={formKey} />
          {choice(
            'kind',
            desk.kinds.map(({ ref, name }) => ({ value: ref, text: name })),
            words.form.choose,
          )}
          {input('title', { hint: words.form.titleHint })}
          {input('titleInWelsh')}
          {choice(
            'adviser',
            desk.advisers.map((one) => ({ value: one.id, text: wording.name(one) })),
            words.form.choose,
          )}
          {choice(
            'place',
            desk.places.map(({ id, name, seats }) => ({ value: id, text: words.form.placeItem(name, seats) })),
            words.form.noPlace,
          )}
          {input('date', { type: 'date', classes: 'govuk-input--width-10' })}
          {input('time', { type: 'time', classes: 'govuk-input--width-10' })}
          {input('minutes', { inputMode: 'numeric', classes: 'govuk-input--width-3' })}
          {input('capacity', { inputMode: 'numeric', classes: 'govuk-input--width-3' })}
          <Button>{words.form.submit}</Button>
        </form>
      )}
    </div>
  );
}
