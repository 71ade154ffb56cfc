import type { ReactNode } from 'react';
import { Button } from '~/components/design-system/button';
import { Fieldset } from '~/components/design-system/fieldset';
import { Input } from '~/components/design-system/input';
import { Radios } from '~/components/design-system/radios';
import type { FormField, FormProblems, FormValues } from '~/http/policy-form.server';
import { HOLIDAY_WAYS, SAME_DAY_WAYS } from '~/domain/reminder/policy';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { policyWords, type PolicyWords } from '~/i18n/pages/policy';
import { newVersionPath } from './kind-policy';

interface Props {
  language: Language;
  kind: string;
  /** The id of the newest version that the writer saw; empty for none. */
  after: string;
  values: FormValues;
  problems: FormProblems;
}

/** Every rule that an office may set, and an appointment to try them out on. */
export function PolicyForm({ language, kind, after, values, problems }: Props) {
  const words = policyWords.in(language);
  const { edit } = words;
  const errorAt = (name: FormField) => {
    const text = problemText(name, problems, words);
    return text === '' ? undefined : { text, visuallyHiddenText: frameWords.in(language).error };
  };
  const field = (name: FormField, label: string, type: 'time' | 'date' | 'number', hint?: string) => (
    <Input
      name={name}
      type={type === 'number' ? 'text' : type}
      inputMode={type === 'number' ? 'numeric' : undefined}
      label={{ text: label }}
      hint={hint}
      error={errorAt(name)}
      defaultValue={values[name]}
      classes={type === 'number' ? 'govuk-input--width-4' : 'govuk-input--width-10'}
    />
  );
  const choice = (name: FormField, legend: string, items: { value: string; text: string }[], hint?: string) => (
    <Radios
      name={name}
      fieldset={{ legend: { text: legend } }}
      classes={items.length === 2 && items[0]?.value === 'yes' ? 'govuk-radios--inline' : undefined}
      hint={hint}
      error={errorAt(name)}
      items={items}
      value={values[name]}
    />
  );
  const yesNo = (name: FormField, legend: string) =>
    choice(name, legend, [
      { value: 'yes', text: edit.yes },
      { value: 'no', text: edit.no },
    ]);
  return (
    <form method="post" action={newVersionPath(kind)} noValidate>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="after" value={after} />
      <Group title={words.rules.booked}>{yesNo('bookedOn', edit.on)}</Group>
      {(['first', 'second'] as const).map((name) => (
        <Group key={name} title={name === 'first' ? words.rules.three_days_before : words.rules.one_day_before}>
          {yesNo(`${name}On`, edit.on)}
          {field(`${name}Days`, edit.days, 'number')}
          {field(`${name}At`, edit.at, 'time')}
          {field(`${name}LateAt`, edit.lateAt, 'time', edit.lateHint)}
          {field(`${name}SendBy`, edit.sendBy, 'number')}
        </Group>
      ))}
      <Group title={words.rules.same_day}>
        {yesNo('sameDayOn', edit.callOn)}
        {field('sameDayMinutes', edit.minutesBefore, 'number')}
        {field('sameDaySendBy', edit.sendBy, 'number')}
        {choice('sameDayWay', edit.way, itemsOf(SAME_DAY_WAYS, edit.ways), edit.wayHint)}
      </Group>
      <Group title={words.rules.missed}>
        {yesNo('missedOn', edit.on)}
        {field('missedMinutes', edit.missedMinutes, 'number')}
      </Group>
      <Group title={words.quiet}>
        <p className="govuk-body">{edit.quietHint}</p>
        {field('quietFrom', edit.quietFrom, 'time')}
        {field('quietTo', edit.quietTo, 'time')}
      </Group>
      <Group title={words.merge}>{field('mergeHours', edit.mergeHours, 'number')}</Group>
      <Group title={words.holidays}>
        {choice('bankHolidays', edit.holidays, itemsOf(HOLIDAY_WAYS, words.holidayWays))}
      </Group>
      <p className="govuk-body">{edit.always}</p>
      {field('effectiveFrom', edit.effective, 'date', edit.effectiveHint)}
      <Group title={edit.example}>
        <p className="govuk-body">{edit.exampleHint}</p>
        {field('exampleDate', edit.exampleDate, 'date')}
        {field('exampleTime', edit.exampleTime, 'time')}
        {field('bookedDate', edit.bookedDate, 'date')}
        {field('bookedTime', edit.bookedTime, 'time')}
      </Group>
      <Button>{edit.submit}</Button>
    </form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset legend={{ text: title, classes: 'govuk-fieldset__legend--m' }} classes="wm-policy-group">
      {children}
    </Fieldset>
  );
}

function itemsOf<T extends string>(values: readonly T[], texts: Record<T, string>) {
  return values.map((value) => ({ value, text: texts[value] }));
}

/** What is wrong, for the top of the page, in the order of the form. */
export function policyErrors(problems: FormProblems, words: PolicyWords) {
  return (Object.keys(problems) as FormField[]).map((field) => ({
    text: problemText(field, problems, words),
    href: `#${field}`,
  }));
}

/** Many questions are alike, so an error says which one it is about. */
function problemText(field: FormField, problems: FormProblems, words: PolicyWords): string {
  const problem = problems[field];
  return problem ? `${nameOf(field, words)}: ${words.problems[problem]}` : '';
}

function nameOf(field: FormField, { edit, rules, quiet, holidays }: PolicyWords): string {
  const group = /^(booked|first|second|sameDay|missed|quiet)(?=On|Days|At|Late|Send|Minutes|Way|From|To)/.exec(
    field,
  )?.[1];
  switch (group) {
    case 'first':
    case 'second': {
      const name = group === 'first' ? rules.three_days_before : rules.one_day_before;
      const labels = { On: edit.on, Days: edit.days, At: edit.at, LateAt: edit.lateAt, SendBy: edit.sendBy };
      return `${name}, ${labels[field.slice(group.length) as keyof typeof labels]}`;
    }
    case 'sameDay': {
      const labels = { On: edit.callOn, Minutes: edit.minutesBefore, SendBy: edit.sendBy, Way: edit.way };
      return `${rules.same_day}, ${labels[field.slice(group.length) as keyof typeof labels]}`;
    }
    case 'quiet':
      return `${quiet}, ${field === 'quietFrom' ? edit.quietFrom : edit.quietTo}`;
  }
  switch (field) {
    case 'bookedOn':
      return `${rules.booked}, ${edit.on}`;
    case 'missedOn':
      return `${rules.missed}, ${edit.on}`;
    case 'missedMinutes':
      return `${rules.missed}, ${edit.missedMinutes}`;
    case 'effectiveFrom':
      return edit.effective;
    case 'bankHolidays':
      return holidays;
    case 'mergeHours':
    case 'exampleDate':
    case 'exampleTime':
    case 'bookedDate':
    case 'bookedTime':
      return edit[field];
    default:
      return '';
  }
}
