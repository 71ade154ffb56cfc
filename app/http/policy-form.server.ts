import {
  answersOf,
  POLICY_FIELDS,
  readPolicyRules,
  type PolicyField,
  type PolicyProblem,
} from '~/domain/reminder/policy-form';
import {
  EXAMPLE_FIELDS,
  readEffectiveFrom,
  readExample,
  usualExample,
  type EffectiveProblem,
  type ExampleField,
  type ExampleProblem,
} from '~/domain/reminder/preview-policy';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { KindPolicies, OfficePolicies } from '~/services/manage-policies.server';

export type FormField = PolicyField | ExampleField | 'effectiveFrom';
/** As they are asked, from the top. */
const FORM_FIELDS: readonly FormField[] = [...POLICY_FIELDS, 'effectiveFrom', ...EXAMPLE_FIELDS];
export type FormProblem = PolicyProblem | ExampleProblem | EffectiveProblem;
/** Everything that the form asks, as typed. */
export type FormValues = Record<FormField, string>;
export type FormProblems = Partial<Record<FormField, FormProblem>>;

/**
 * The form as it is first shown: from tomorrow, the version that was saved last if it is still to come, so that what it
 * changes is not lost; else the rules that count now.
 */
export function firstValues({ newest, rules }: KindPolicies, { zone, now }: OfficePolicies): FormValues {
  const today = wallClockOf(now, zone).date;
  return {
    ...answersOf(newest && newest.effectiveFrom > now ? newest.rules : rules),
    ...usualExample(today),
    effectiveFrom: addDays(today, 1),
  };
}

/** What was typed, field by field, whatever it was. */
export function typedValues(answers: Record<string, string>): FormValues {
  return Object.fromEntries(FORM_FIELDS.map((field) => [field, (answers[field] ?? '').slice(0, 40)])) as FormValues;
}

/** The id of the newest version that the writer saw; empty when there was none. */
export function versionSeen(answers: Record<string, string>): string {
  return (answers.after ?? '').slice(0, 40);
}

/** Reads the whole form; instants in ms. */
export function readPolicyForm(values: FormValues, { zone, now }: OfficePolicies) {
  const rules = readPolicyRules(values);
  const example = readExample(values, zone);
  const begins = readEffectiveFrom(values.effectiveFrom, zone, now);
  if (rules.ok && example.ok && begins.ok) {
    return { ok: true as const, rules: rules.rules, example, effectiveFrom: begins.effectiveFrom };
  }
  const found: FormProblems = {
    ...(rules.ok ? {} : rules.problems),
    ...(begins.ok ? {} : { effectiveFrom: begins.problem }),
    ...(example.ok ? {} : example.problems),
  };
  // In the order in which they are asked, as the top of the page lists them.
  const problems = Object.fromEntries(FORM_FIELDS.flatMap((field) => (found[field] ? [[field, found[field]]] : [])));
  return { ok: false as const, problems: problems as FormProblems };
}
