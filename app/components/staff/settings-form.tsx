import type { ReactNode } from 'react';
import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Input } from '~/components/design-system/input';
import { Radios } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import type { SettingField, SettingProblems, SettingValues } from '~/domain/office/setting-fields';
import { officeWords, type OfficeWords } from '~/i18n/pages/staff-office';
import { choiceTexts, type SettingNames } from './setting-texts';
import { Select } from '~/components/design-system/select';

export interface SettingsFormProps {
  language: Language;
  /** Which form it is: some hints belong to one. */
  form: string;
  /** The address that it goes to. */
  action: string;
  fields: readonly SettingField[];
  values: SettingValues;
  problems: SettingProblems;
  /** What the names of kinds and partners are, by what is stored. */
  names?: SettingNames;
  /** Sent along unseen: what the form showed, the id of a new one. */
  hidden?: Record<string, string>;
  submit: string;
  children?: ReactNode;
}

/** What somebody sees of a problem, in the words of the field; what is too long is told how long it may be. */
export function problemTexts(
  problems: SettingProblems,
  fields: readonly SettingField[],
  language: Language,
  form = '',
): { name: string; text: string; href: string }[] {
  const words = officeWords.in(language);
  return Object.entries(problems).map(([name, problem]) => {
    const field = fields.find((one) => one.name === name);
    const longest = field && 'longest' in field ? field.longest : LONGEST_UNSAID;
    return { name, text: words.problems[problem](fieldName(name, form, words), longest), href: `#${name}` };
  });
}

/** What a field is called; some forms have a name of their own for it. */
function fieldName(name: string, form: string, words: OfficeWords): string {
  return words.fields[`${form}_${name}`] ?? words.fields[name] ?? name;
}

/** No field without a length of its own takes more. */
const LONGEST_UNSAID = 200;

/** Every field of a setting, each as it is best answered. */
export function SettingsForm(props: SettingsFormProps) {
  const { language, form, action, fields, values, problems, names = {}, hidden = {}, submit } = props;
  const words = officeWords.in(language);
  const texts = new Map(problemTexts(problems, fields, language, form).map(({ name, text }) => [name, text]));
  return (
    <form method="post" action={action} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          language={language}
          names={names}
          label={labelOf(field, form, words)}
          hint={words.hints[`${form}_${field.name}`]}
          value={values[field.name] ?? ''}
          text={texts.get(field.name)}
        />
      ))}
      {props.children}
      <Button>{submit}</Button>
    </form>
  );
}

function labelOf(field: SettingField, form: string, words: OfficeWords): string {
  const label = fieldName(field.name, form, words);
  return field.optional && !('options' in field) ? words.optional(label) : label;
}

/** Letters that a line of a field has on a telephone. */
const LINE = 28;

/** Enough lines for what is there, so that none of it is hidden. */
function rowsFor(value: string): number {
  return Math.max(2, Math.ceil(value.length / LINE));
}

interface FieldProps {
  field: SettingField;
  language: Language;
  names: SettingNames;
  label: string;
  hint: string | undefined;
  value: string;
  text: string | undefined;
}

/** More answers than this are a list to choose from. */
const MOST_RADIOS = 6;
const TYPES = { phone: 'tel', email: 'email', date: 'date', time: 'time', web: 'url' } as const;

function Field({ field, language, names, label, hint, value, text }: FieldProps) {
  const { name } = field;
  const error = errorBeside(text, language);
  if (field.kind === 'choice' || field.kind === 'choices') {
    const options = choiceTexts(field.name, field.options, language, names);
    if (field.kind === 'choices') {
      const items = options.map((one) => ({ value: one.value, text: one.text }));
      return (
        <Checkboxes
          {...{ name, hint, error, items }}
          fieldset={{ legend: { text: label } }}
          classes="govuk-checkboxes--small"
          values={value.split(',')}
        />
      );
    }
    if (field.optional || options.length > MOST_RADIOS) {
      // Nothing is chosen until somebody chooses, unless nothing is an answer.
      const listed = options.some((one) => one.value === '') ? options : [{ value: '', text: '' }, ...options];
      return <Select {...{ name, label, error }} items={listed} defaultValue={value} />;
    }
    return <Radios {...{ name, hint, error, value }} items={options} fieldset={{ legend: { text: label } }} />;
  }
  const common = { name, hint, error, label: { text: label }, defaultValue: value };
  if (field.kind === 'text' || field.kind === 'message') {
    return <Textarea {...common} rows={field.longest > 300 ? 6 : rowsFor(value)} spellCheck />;
  }
  const type = field.kind in TYPES ? TYPES[field.kind as keyof typeof TYPES] : 'text';
  const short = ['number', 'time', 'date', 'postcode', 'phone'].includes(field.kind);
  return (
    <Input
      {...common}
      type={type}
      inputMode={field.kind === 'number' ? 'numeric' : undefined}
      classes={field.kind === 'number' ? 'govuk-input--width-4' : short ? 'govuk-input--width-10' : undefined}
      autoComplete="off"
    />
  );
}
