import { isDate } from '../appointment/chosen-day';
import { readEmailAddress } from '../contact/email-address';
import { readPostcode } from '../contact/postal-address';
import { forbiddenWordsIn } from '../messaging/forbidden-words';
import { isTimeOfDay } from '../time/time-of-day';

/** What a setting asks for: its name is the column's, and what it is decides how it is read. */
export type SettingField = { name: string; optional?: true } & (
  | { kind: 'line' | 'text'; longest: number }
  /** Words that go out to customers: none that messages of ours may not have. */
  | { kind: 'message'; longest: number }
  /** A whole number, both ends included. */
  | { kind: 'number'; least: number; most: number }
  | { kind: 'choice'; options: readonly string[] }
  /** Any number of them; kept with commas between. */
  | { kind: 'choices'; options: readonly string[] }
  | { kind: 'date' | 'time' | 'phone' | 'postcode' | 'email' | 'web' }
);

/** The answers of a field that is kept as true or false. */
export const YES_OR_NO = ['yes', 'no'] as const;

export const SETTING_PROBLEMS = [
  'missing',
  'too_long',
  'hidden',
  'number',
  'choose',
  'date',
  'time',
  'phone',
  'postcode',
  'email',
  'web',
  'forbidden',
  'until_before',
  'closes_before',
  'taken',
] as const;
export type SettingProblem = (typeof SETTING_PROBLEMS)[number];
export type SettingValues = Record<string, string>;
export type SettingProblems = Record<string, SettingProblem>;
export type SettingsRead = { ok: true; values: SettingValues } | { ok: false; problems: SettingProblems };

/** Reads a telephone number as people write it, and gives it as people read it; null when it is none. */
export type ReadPhone = (text: string) => string | null;

// As for names: what turns the direction of writing around, and line ends in what is one line.
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const HIDDEN_IN_TEXT = /(?![\u200c\u200d\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Reads what was typed into the fields of a setting: each as it is stored, or why it cannot be. */
export function readSettings(
  fields: readonly SettingField[],
  typed: SettingValues,
  readPhone: ReadPhone,
): SettingsRead {
  const values: SettingValues = {};
  const problems: SettingProblems = {};
  for (const field of fields) {
    const read = readField(field, tidy(typed[field.name] ?? '', field.kind), readPhone);
    if ('problem' in read) problems[field.name] = read.problem;
    else values[field.name] = read.value;
  }
  const { fromOn, untilOn, opensAt, closesAt } = values;
  if (fromOn && untilOn && untilOn < fromOn) problems.untilOn = 'until_before';
  // An hour at least, so that there is time to make a call in.
  if (opensAt && closesAt && minutes(closesAt) - minutes(opensAt) < 60) problems.closesAt = 'closes_before';
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, values };
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function tidy(text: string, kind: SettingField['kind']): string {
  const plain = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
  return kind === 'text' || kind === 'message' ? plain : plain.replace(/[ \t]+/g, ' ');
}

function readField(
  field: SettingField,
  text: string,
  readPhone: ReadPhone,
): { value: string } | { problem: SettingProblem } {
  if (text === '' && field.optional) return { value: '' };
  if (text === '' && !('options' in field)) return { problem: 'missing' };
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'message':
      if ((field.kind === 'line' ? HIDDEN : HIDDEN_IN_TEXT).test(text)) return { problem: 'hidden' };
      if ([...text].length > field.longest) return { problem: 'too_long' };
      if (field.kind === 'message' && forbiddenWordsIn(text).length > 0) return { problem: 'forbidden' };
      return { value: text };
    case 'number': {
      const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
      return number >= field.least && number <= field.most ? { value: String(number) } : { problem: 'number' };
    }
    case 'choice':
      return field.options.includes(text) ? { value: text } : { problem: 'choose' };
    case 'choices': {
      const chosen = text.split(',');
      return { value: field.options.filter((one) => chosen.includes(one)).join(',') };
    }
    case 'date':
      return isDate(text) ? { value: text } : { problem: 'date' };
    case 'time':
      return isTimeOfDay(text) ? { value: text } : { problem: 'time' };
    case 'phone':
      return orProblem(readPhone(text), 'phone');
    case 'postcode':
      return orProblem(readPostcode(text), 'postcode');
    case 'email':
      return orProblem(readEmailAddress(text)?.toLowerCase() ?? null, 'email');
    case 'web':
      return isWebAddress(text) ? { value: text } : { problem: 'web' };
  }
}

function orProblem(value: string | null, problem: SettingProblem) {
  return value === null ? { problem } : { value };
}

/** Only `https:`, and nobody's name or password in it: customers follow it. */
function isWebAddress(text: string): boolean {
  if (text.length > 300 || !/^https:\/\/[\x21-\x7e]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname.includes('.');
}

/**
 * The reference of something new, made from its name once: "Job search" becomes "job_search". It never changes.
 * @param taken those that there are already.
 */
export function refFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  const base = plain || 'kind';
  for (let n = 1; ; n += 1) {
    const ref = n === 1 ? base : `${base}_${n}`;
    if (!taken.includes(ref)) return ref;
  }
}
