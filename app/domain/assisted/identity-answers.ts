import { weekdayOf } from '../time/wall-clock';
import type { IdentityFact } from './identity-questions';

/**
 * What the office holds, as texts: lines of an address and its postcode, E.164 numbers, email addresses, names, the actions of
 * steps; a meeting as the wall clock of its office, "2026-11-27T14:30".
 */
export type KnownFacts = Partial<Record<IdentityFact, readonly string[]>>;

/** The facts that can be asked about: those of which something is on record. */
export function factsIn(known: KnownFacts): IdentityFact[] {
  return (Object.keys(known) as IdentityFact[]).filter((fact) =>
    (known[fact] ?? []).some((value) => value.trim() !== ''),
  );
}

/**
 * True when what somebody said, as a colleague typed it, is what is on record. Lenient about how things are written, so that
 * nobody fails by spelling: capitals, accents, dots and words such as "the" make no difference.
 */
export function isRightAnswer(fact: IdentityFact, typed: string, known: KnownFacts): boolean {
  const said = typed.slice(0, 200);
  if (wordsOf(said).length === 0) return false;
  return (known[fact] ?? []).some((value) => MATCHES[fact](said, value));
}

const MATCHES: Record<IdentityFact, (said: string, value: string) => boolean> = {
  home: isHome,
  landline: endsAlike,
  mobile: endsAlike,
  email: beginsAlike,
  adviser: (said, name) => wordsOf(said).some((word) => word.length > 1 && wordsOf(name).includes(word)),
  club: (said, name) => sharedWords(said, name) >= 1,
  step: (said, action) => sharedWords(said, action) >= Math.min(2, Math.max(1, tellingWords(action).length)),
  next_meeting: isThatTime,
};

/** Lower case, without accents, in words of letters and digits. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\d]+/gu) ?? [];
}

/** The town, a whole line, the postcode or its first half. */
function isHome(said: string, line: string): boolean {
  const [spoken, written] = [wordsOf(said).join(''), wordsOf(line).join('')];
  if (spoken.length < 3 || written === '') return false;
  const outward = /^([a-z]{1,2}\d[a-z\d]?)\d[a-z]{2}$/.exec(written)?.[1];
  return spoken === written || spoken === outward;
}

/** The last three digits. */
function endsAlike(said: string, number: string): boolean {
  const [spoken, written] = [said.replaceAll(/\D/g, ''), number.replaceAll(/\D/g, '')];
  return spoken.length >= 3 && spoken.slice(-3) === written.slice(-3);
}

/** The first three letters or digits. */
function beginsAlike(said: string, address: string): boolean {
  const [spoken, written] = [wordsOf(said).join(''), wordsOf(address.split('@')[0] ?? '').join('')];
  const length = Math.min(3, written.length);
  return length > 0 && spoken.length >= length && spoken.slice(0, length) === written.slice(0, length);
}

/** Words that many steps and clubs have. */
const COMMON = ['with', 'about', 'from', 'that', 'this', 'work', 'club', 'jobs', 'your', 'their', 'will', 'gwaith', 'clwb', 'eich']; // prettier-ignore
const tellingWords = (text: string) => [
  ...new Set(wordsOf(text).filter((word) => word.length >= 4 && !COMMON.includes(word))),
];
const sharedWords = (said: string, value: string) => {
  const spoken = tellingWords(said);
  return tellingWords(value).filter((word) => spoken.includes(word)).length;
};

const WEEKDAYS = [
  ['monday', 'mon', 'llun'],
  ['tuesday', 'tue', 'tues', 'mawrth'],
  ['wednesday', 'wed', 'weds', 'mercher'],
  ['thursday', 'thu', 'thur', 'thurs', 'iau'],
  ['friday', 'fri', 'gwener'],
  ['saturday', 'sat', 'sadwrn'],
  ['sunday', 'sun', 'sul'],
] as const;

/** The day, by its name or number, and the hour; who gives the minutes as well gives the right ones. */
function isThatTime(said: string, wall: string): boolean {
  const [date = '', time = ''] = wall.split('T');
  const words = wordsOf(said);
  const names: readonly string[] = WEEKDAYS[weekdayOf(date) - 1]!;
  const dayOfMonth = Number(date.slice(8));
  const isDay =
    words.some((word) => names.includes(word)) ||
    words.some((word) => new RegExp(`^0?${dayOfMonth}(st|nd|rd|th|ain|af|fed|ydd|eg)?$`).test(word));
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const times = [...said.matchAll(/(?<!\d)(\d{1,2})(?:\s*[:.]\s*(\d{2}))?(?!\d)/g)];
  const isHour = times.some(
    ([, h, m]) => Number(h) < 24 && Number(h) % 12 === hour % 12 && (m === undefined || Number(m) === minute),
  );
  // One number cannot be both the day and the hour.
  const numbers = words.filter((word) => /^\d/.test(word)).length;
  return isDay && isHour && (words.some((word) => names.includes(word)) || numbers >= 2);
}
