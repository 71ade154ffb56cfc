import { describe, expect, it } from 'vitest';
import { forbiddenWordsIn } from '~/domain/messaging/forbidden-words';

/** Every file with words: pages, messages, letters and what is spoken, in both languages. */
const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * What could be read as a threat, besides what no message may say. Somebody who did not come is asked how they are: nothing on
 * any page, for customers or for staff, speaks of consequences.
 */
const THREATS: readonly RegExp[] = [
  /\b(?:sanction|penal|deduct|punish|disciplin|offen[cs]e|enforc|complian)\p{L}*/giu,
  /\bnon-?compl\p{L}*/giu,
  /\b(?:fail|failed|failing|failure)\s+to\s+(?:attend|comply|engage|come|take part)\b/giu,
  /\bmust\s+attend\b(?:\s+or\b)?/giu,
  /\byou (?:have to|are required to) attend\b/giu,
  /\b(?:stop|stopped|cut|reduce|reduced|suspend|suspended|lose|affect)\b[^.!?\n]{0,20}\b(?:your money|benefits?|payments?)\b/giu,
  /\b(?:benefits?|payments?|money)\b[^.!?\n]{0,20}\b(?:stopped|cut|reduced|suspended|lost)\b/giu,
  /\bwarning\b/giu,
  /\bmissed without\b/giu,
  /\b(?:sancsiwn|sancsiyn|didyniad|didynnu|cosb|gosb|chosb|nghosb|disgybl|ddisgybl|rhybudd|gorfod)\p{L}*/giu,
  /\bmethu â (?:mynychu|chydymffurfio)\b/giu,
  /\bmethiant i (?:fynychu|gydymffurfio)\b/giu,
];

/** Words that mean something else where they stand: the file, the word, and why. */
const MEANT_OTHERWISE: readonly { file: RegExp; word: RegExp; why: string }[] = [
  {
    file: /cy-(?:replies|texts)\.ts$/,
    word: /^rhybuddio$/,
    why: 'says that our messages never do it',
  },
  {
    file: /(?:en|cy)-staff-office\.ts$/,
    word: /^(?:benefit|budd-dal)$/,
    why: 'asks a manager to take the word out of an answer that goes to customers',
  },
];

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function threatsIn(file: string, source: string): string[] {
  const text = withoutComments(source);
  const found = [
    ...THREATS.flatMap((pattern) => [...text.matchAll(pattern)].map(([word]) => word)),
    ...forbiddenWordsIn(text),
  ];
  const meant = (word: string) => MEANT_OTHERWISE.some((one) => one.file.test(file) && one.word.test(word));
  return [...new Set(found)].filter((word) => !meant(word)).map((word) => `${file}: ${word}`);
}

describe('the words of the service', () => {
  it('are all looked at, in both languages', () => {
    const files = Object.keys(sources);
    for (const part of [
      './pages/en-staff-outcomes.ts',
      './pages/cy-staff-outcomes.ts',
      './messages/en.ts',
      './messages/cy.ts',
    ])
      expect(files).toContain(part);
    for (const part of ['./messages/en-voice.ts', './messages/cy-voice.ts', './letter-sheet.ts', './spoken.ts'])
      expect(files).toContain(part);
    expect(files.length).toBeGreaterThan(80);
  });

  it('speak of no sanction, penalty or other consequence, neither to customers nor to staff', () => {
    expect(Object.entries(sources).flatMap(([file, source]) => threatsIn(file, source))).toEqual([]);
  });

  it.each([
    'If you do not attend you may be sanctioned',
    'Your benefit could be stopped',
    'You must attend or we close your claim',
    'You failed to attend',
    'This is a warning',
    'Gallech gael eich cosbi',
    'Rhybudd: dewch',
  ])('would be found out: %s', (words) => expect(threatsIn('./pages/en-x.ts', words)).not.toEqual([]));
});
