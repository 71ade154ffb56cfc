import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../tests/support/catalogues';
import { previewText, TEXT_SETS } from './messages/preview';

/** What stands in for a name, a date or a number in the gap of a sentence: short, as these mostly are. */
const GAP = 'Sam';
const MEETING = { adviser: GAP, day: 'tomorrow', onDate: '', time: 'noon' };

/** Everything that a catalogue can say, as text. */
function phrasesOf(entry: unknown): string[] {
  if (typeof entry === 'string') return entry ? [entry] : [];
  if (typeof entry === 'function') {
    const say = entry as (...gaps: unknown[]) => unknown;
    const said = say(GAP, GAP, GAP);
    return phrasesOf(/undefined/.test(String(said)) ? say(MEETING) : said);
  }
  return typeof entry === 'object' && entry !== null ? Object.values(entry).flatMap(phrasesOf) : [];
}

const sentencesIn = (phrase: string) => phrase.split(/(?<=[.?!])\s+/).filter(Boolean);
const wordsIn = (text: string) => text.match(/[A-Za-z’']+/g) ?? [];

/** Vowel groups, without a silent "e" or "ed" at the end: near enough for a mean over hundreds of words. */
function syllablesOf(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/[’'].*$/, '')
    .replace(/(?:[^laeiouytd]e|[^td]ed|[^aeioulcsxz]es)$/, (end) => end[0]!);
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 0);
}

/** Flesch and Kincaid's school grade: 5 is about ten years of age. */
function gradeOf(phrases: readonly string[]): number {
  const sentences = phrases.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** What only staff, or visitors of the demo, read. Every other catalogue is for customers, a new one too. */
const FOR_STAFF = ['calls', 'letters', 'outbox', 'policy', 'replies', 'sending', 'texts', 'trouble'];
const isForStaff = (area: string) => FOR_STAFF.includes(area) || /^staff\b/.test(area);

/** Messages need facts, so they are read as they would go to a made-up person. */
const MESSAGES = TEXT_SETS.filter((set) => set !== 'call_list').flatMap((set) =>
  Object.values(
    previewText({ set, person: 'example', language: 'en', discreet: false, now: Date.parse('2026-11-23T09:00:00Z') }),
  ).map(({ body }) => body.replaceAll(/^https?:.*$|https?:\S+/gm, '').replaceAll('\n', '. ')),
);

const catalogues = {
  ...Object.fromEntries(
    CATALOGUES.filter(({ area }) => area !== 'messages' && !isForStaff(area)).map(({ area, in: words }) => [
      area,
      words('en') as unknown,
    ]),
  ),
  messages: MESSAGES,
};
/** Sentences; labels and buttons of two words would make any text look easy. */
const sentencesOf = (entries: unknown) =>
  phrasesOf(entries)
    .flatMap(sentencesIn)
    .filter((sentence) => wordsIn(sentence).length > 3);

describe('the measure', () => {
  it.each([
    ['cat', 1],
    ['time', 1],
    ['asked', 1],
    ['wanted', 2],
    ['able', 2],
    ['adviser', 3],
    ['appointment', 3],
    ['calendar', 3],
    ['you’ll', 1],
  ])('hears %s as %i', (word, syllables) => expect(syllablesOf(word)).toBe(syllables));

  it('tells easy words from hard ones', () => {
    expect(gradeOf(['The cat sat on the mat. It was fat.'])).toBeLessThan(1);
    expect(
      gradeOf([
        'Claimants whose participation obligations remain unfulfilled may be subject to administrative consequences.',
      ]),
    ).toBeGreaterThan(15);
  });
});

it('looks at every customer catalogue', () => {
  expect(Object.keys(catalogues)).toEqual(expect.arrayContaining(['about', 'frame', 'home', 'refusals', 'sign-in']));
  expect(FOR_STAFF.filter((area) => !CATALOGUES.some((one) => one.area === area))).toEqual([]);
});

describe.each(Object.entries(catalogues))('customers’ English: %s', (_area, entries) => {
  it('has no sentence of more than 25 words', () => {
    const long = sentencesOf(entries).filter((sentence) => wordsIn(sentence).length > 25);
    expect(long).toEqual([]);
  });

  it('can be read by a child of ten', () => {
    expect(gradeOf(sentencesOf(entries))).toBeLessThanOrEqual(5);
  });
});
