import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { Select } from '~/components/design-system/select';
import { errorBeside } from '~/components/question-page';
import {
  CLUB_OPTIONAL,
  LONGEST_OF_CLUB,
  type ClubField,
  type ClubProblems,
  type ClubValues,
} from '~/domain/club/club-form';
import { CLUB_FEATURES } from '~/domain/club/nearest-clubs';
import { CLUB_RHYTHMS } from '~/domain/club/rhythm';
import type { Language } from '~/domain/language';
import { formatWeekday } from '~/i18n/format';
import { clubsWords } from '~/i18n/pages/clubs';
import { frameWords } from '~/i18n/pages/frame';
import { officeWords } from '~/i18n/pages/staff-office';
import { staffClubWords } from '~/i18n/pages/staff-clubs';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  title: string;
  action: string;
  back: string;
  values: ClubValues;
  problems: ClubProblems;
  /** Made for the form that adds a club, so that sending it twice adds one. */
  formId?: string;
  /** What the form showed of a club that is there, to be told when a colleague has changed it meanwhile. */
  seen?: string;
  /** One has. */
  since?: boolean;
  /** How many have said that they are coming. */
  coming: number;
  me: { firstName: string; lastName: string };
}

const ORDER: readonly ClubField[] = [
  ...(['name', 'place', 'address', 'postcode', 'weekday', 'fromTime', 'toTime'] as const),
  ...(['rhythm', 'anchorOn', 'weekOfMonth', 'askFor', 'phone', 'helpsWith'] as const),
];

/** What a club's page says, to be changed by those who keep it. */
export function ClubFormPage(props: Props) {
  const { language, title, action, back, values, problems, formId, seen, since, coming, me } = props;
  const words = staffClubWords.in(language).form;
  const frame = frameWords.in(language);
  const textOf = (field: ClubField) => {
    const problem = problems[field];
    return problem && words.problems[problem](words.fields[field], LONGEST_OF_CLUB[field] ?? 0);
  };
  const wrong = ORDER.flatMap((field) => (textOf(field) ? [{ text: textOf(field)!, href: `#${field}` }] : []));
  const errors = [...(since ? [{ text: officeWords.in(language).changedSince }] : []), ...wrong];
  const line = (field: ClubField, more: Partial<Parameters<typeof Input>[0]> = {}) => (
    <Input
      name={field}
      label={{ text: CLUB_OPTIONAL.includes(field) ? words.optional(words.fields[field]) : words.fields[field] }}
      defaultValue={values[field]}
      error={errorBeside(textOf(field), language)}
      {...more}
    />
  );
  const list = (field: ClubField, items: { value: string; text: string }[]) => (
    <Select
      name={field}
      label={words.fields[field]}
      none={words.choose}
      items={items}
      defaultValue={values[field]}
      error={errorBeside(textOf(field), language)}
    />
  );
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), text: formatWeekday(n, language) }));
  const short = { classes: 'govuk-input--width-10' };
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={back}>{frame.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{title}</h1>
      {coming > 0 && <p className="govuk-body">{words.tells(coming)}</p>}
      <form method="post" action={action} noValidate>
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        {formId !== undefined && <input type="hidden" name="form" value={formId} />}
        {line('name')}
        {line('place')}
        {line('address')}
        {line('postcode', short)}
        {list('weekday', weekdays)}
        {line('fromTime', { ...short, hint: words.timeHint })}
        {line('toTime', short)}
        <Radios
          name="rhythm"
          fieldset={{ legend: { text: words.fields.rhythm } }}
          items={CLUB_RHYTHMS.map((value) => ({ value, text: words.rhythms[value] }))}
          value={values.rhythm}
        />
        {line('anchorOn', { ...short, type: 'date' })}
        {list(
          'weekOfMonth',
          words.weeks.map((text, n) => ({ value: String(n + 1), text })),
        )}
        {line('askFor')}
        {line('phone', { ...short, type: 'tel' })}
        {line('helpsWith', { hint: words.helpHint })}
        <Checkboxes
          name="has"
          fieldset={{ legend: { text: words.has } }}
          items={CLUB_FEATURES.map((name) => ({
            ...{ name, value: 'yes', text: clubsWords.in(language).features[name], id: name },
            checked: values[name] === 'yes',
          }))}
        />
        <Button>{words.submit}</Button>
      </form>
    </div>
  );
}
