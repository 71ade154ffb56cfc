import { LANGUAGES, type Language } from '~/domain/language';
import { CHANNELS, type Channel } from '~/domain/messaging/channel';
import { readName, type NameProblem } from '~/domain/contact/person-name';
import { ACCESS_NEEDS, type AccessNeed } from '~/domain/situation/access-need';
import { readTimeOfDay } from '~/domain/time/read-time-of-day';

type Answers = Record<string, string>;

/** The pages' forms, read: what was typed comes back as it was when something is wrong. */
export function readNameForm(answers: Answers) {
  const typed = (field: string) => (answers[field] ?? '').slice(0, 400);
  const values = { knownAs: typed('knownAs'), firstName: typed('firstName'), lastName: typed('lastName') };
  const read = {
    knownAs: readName(values.knownAs),
    firstName: readName(values.firstName),
    lastName: readName(values.lastName),
  };
  const problems: Partial<Record<keyof typeof values, NameProblem>> = {};
  for (const field of ['knownAs', 'firstName', 'lastName'] as const) {
    const one = read[field];
    // To be called by the first name is the usual thing, and needs no words.
    if (!one.ok && !(field === 'knownAs' && one.problem === 'empty')) problems[field] = one.problem;
  }
  const { knownAs, firstName, lastName } = read;
  if (Object.keys(problems).length > 0 || !firstName.ok || !lastName.ok)
    return { ok: false as const, values, problems };
  const name = { knownAs: knownAs.ok ? knownAs.value : null, firstName: firstName.value, lastName: lastName.value };
  return { ok: true as const, name };
}

export function readLanguage(answers: Answers): Language | null {
  return LANGUAGES.find((language) => language === answers.language) ?? null;
}

export type PreferenceProblem = 'channel' | 'discreet' | 'time' | 'other' | 'leaves_no_time';

export function readPreferences(answers: Answers) {
  const values = {
    channel: answers.channel ?? '',
    quietFrom: (answers.quietFrom ?? '').slice(0, 40),
    quietTo: (answers.quietTo ?? '').slice(0, 40),
    discreet: answers.discreet ?? '',
  };
  const preferredChannel: Channel | null | undefined =
    values.channel === 'none' ? null : CHANNELS.find((channel) => channel === values.channel);
  const times = { quietFrom: values.quietFrom.trim(), quietTo: values.quietTo.trim() };
  const from = readTimeOfDay(times.quietFrom);
  const to = readTimeOfDay(times.quietTo);
  const problems: Partial<Record<keyof typeof values, PreferenceProblem>> = {};
  if (preferredChannel === undefined) problems.channel = 'channel';
  for (const field of ['quietFrom', 'quietTo'] as const) {
    const other = field === 'quietFrom' ? times.quietTo : times.quietFrom;
    if (times[field] === '' ? other !== '' : readTimeOfDay(times[field]) === null)
      problems[field] = times[field] === '' ? 'other' : 'time';
  }
  if (values.discreet !== 'yes' && values.discreet !== 'no') problems.discreet = 'discreet';
  if (Object.keys(problems).length > 0 || preferredChannel === undefined)
    return { ok: false as const, values, problems };
  const quiet = from !== null && to !== null ? { from, to } : null;
  return { ok: true as const, values, preferences: { preferredChannel, quiet, discreet: values.discreet === 'yes' } };
}

/** Longer than what somebody needs to say; the rest is for the adviser to hear. */
const LONGEST_NEED = 200;

export type NeedProblem = 'other' | 'long';

/** Ticks and two lines of text. Words without their tick count: that is what was meant. */
export function readAccessNeeds(answers: Answers) {
  const interpreter = (answers.interpreterDetail ?? '').trim();
  const other = (answers.otherDetail ?? '').trim();
  const ticked = ACCESS_NEEDS.filter((need) => answers[`need-${need}`] === need);
  const needs = new Set<AccessNeed>(ticked);
  if (interpreter) needs.add('interpreter');
  if (other) needs.add('other');
  const problems: Partial<Record<'interpreterDetail' | 'otherDetail', NeedProblem>> = {};
  if (interpreter.length > LONGEST_NEED) problems.interpreterDetail = 'long';
  if (needs.has('other') && other === '') problems.otherDetail = 'other';
  else if (other.length > LONGEST_NEED) problems.otherDetail = 'long';
  const values = { needs: [...needs], interpreterDetail: interpreter, otherDetail: other };
  if (Object.keys(problems).length > 0) return { ok: false as const, values, problems };
  const told = Object.fromEntries(
    [...needs].map((need) => [need, need === 'interpreter' ? interpreter : need === 'other' ? other : '']),
  ) as Partial<Record<AccessNeed, string>>;
  return { ok: true as const, told };
}
