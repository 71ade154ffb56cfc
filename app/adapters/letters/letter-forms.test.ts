import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '~/domain/language';
import { joinParts, splitParts, type LetterPart } from '~/domain/letter/letter-parts';
import {
  bothLanguages,
  LETTER_PAPERS,
  LETTER_PRINTS,
  type LetterPaper,
  type LetterPrint,
} from '~/domain/letter/letter-style';
import { letterWords } from '~/i18n/letter-sheet';
import { reminderText } from '~/i18n/messages';
import { changeLetterText, planLetterText } from '~/i18n/messages/paper-text';
import { readPdf } from '../../../tests/support/read-pdf';
import { createLetterPress } from './letter-press';
import { MM, SHEET } from './sheet';

const press = createLetterPress();
const LINK = 'https://waymark.example/a/0123456789abcdefg';
const PHONE = '01632 960100';
const STEPS = [
  'Call the college about the forklift course',
  'Ask Gŵyneth for help with your CV',
  'Go to the work club',
];
const person = { firstName: 'Siân', officePhone: PHONE };

function written(paper: LetterPaper, language: Language, easy: boolean): LetterPart {
  if (paper === 'plan') {
    const entries = STEPS.map((step) => ({ kind: 'entry' as const, lines: [step, 'You, by Friday 27 November'] }));
    return planLetterText({ language, easy, facts: person, parts: [{ kind: 'heading', text: 'Soon' }, ...entries] });
  }
  if (paper === 'change_of_details') {
    const details = [
      { kind: 'mobile' as const, what: 'changed' as const, hint: '123' },
      { kind: 'post' as const, what: 'added' as const, hint: '' },
    ];
    return changeLetterText({ language, easy, facts: person, discreet: false, details });
  }
  const facts = {
    ...{ firstName: 'Siân', adviserFirstName: 'Gŵyneth', mode: 'in_person' as const, zone: 'Europe/London' },
    ...{ startsAt: Date.UTC(2026, 11, 10, 10), now: Date.UTC(2026, 10, 24), replaces: false, link: LINK },
    ...{ place: 'Bangor Jobcentre', address: '1 High Street, Bangor', officePhone: PHONE },
    ...{ purpose: 'Plan your next steps', bring: 'your CV if you have one' },
  };
  const { subject, body } = reminderText({ rule: 'booked', channel: 'letter', language, discreet: false, easy, facts });
  return { language, subject: subject ?? '', body };
}

function sheet(paper: LetterPaper, print: LetterPrint, languages: readonly [Language, ...Language[]]) {
  const [first, ...others] = languages;
  const part = (language: Language) => written(paper, language, print === 'easy');
  const whole = joinParts([part(first), ...others.map(part)]);
  const [own, ...more] = splitParts({ language: first, ...whole });
  return {
    ...{ ...own, recipient: 'Siân Ŵyn\n14 Heol y Bryn\nBangor\nLL57 2AB', date: '24 November 2026' },
    ...{ sender: 'Bangor Jobcentre\n1 High Street\nBangor\nLL57 1AA', large: print === 'large' },
    words: letterWords.in(first),
    more: more.map((one) => ({ ...one, words: letterWords.in(one.language) })),
    whole,
  };
}

const WAYS = [['en'], ['cy'], bothLanguages('cy'), bothLanguages('en')] as [Language, ...Language[]][];
const EVERY = LETTER_PAPERS.flatMap((paper) =>
  LETTER_PRINTS.flatMap((print) => WAYS.map((languages) => [paper, print, languages] as const)),
);

describe.each(EVERY)('%s in %s print, %s', (paper, print, languages) => {
  it('is embedded, tagged, inside the margins, large enough, and begins with how to phone', async () => {
    const letter = sheet(paper, print, languages);
    expect(press.canPrint({ ...letter, body: letter.whole.body })).toBe(true);
    const bytes = await press.print([letter], { title: letter.subject, language: languages[0] });
    const folder = process.env.LETTERS_SHOWN;
    if (folder) writeFileSync(`${folder}/${paper}-${print}-${languages.join('-')}.pdf`, bytes);
    const raw = bytes.toString('latin1');
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({ title: letter.subject, tagged: true });
    expect(raw.match(/FontFile2/g)!.length).toBeGreaterThanOrEqual(1);
    expect(raw).not.toMatch(/BaseFont \/Helvetica/);
    for (const language of languages) expect(raw).toContain(`/Lang (${language === 'en' ? 'en-GB' : language})`);

    const body = pdf.pages.flatMap((page, n) =>
      page.places.filter(({ x, y }) => n > 0 || y > 70 * MM || x > 120 * MM).map((place) => ({ ...place, page })),
    );
    if (print !== 'standard') expect(Math.min(...body.map(({ size }) => Math.round(size)))).toBe(18);
    for (const { x, y, width, page } of body) {
      expect(x).toBeGreaterThanOrEqual(SHEET.left - 0.1);
      expect(x + width).toBeLessThanOrEqual(195 * MM);
      expect(y).toBeLessThanOrEqual(page.height - 5 * MM);
    }
    const window = pdf.pages[0]!.places.filter(({ x, y }) => x < 125 * MM && y < 95 * MM);
    expect(window.map(({ text }) => text)).toEqual(letter.recipient.split('\n'));
    const text = pdf.text.slice(pdf.text.indexOf('LL57 1AA'));
    expect(text.indexOf(PHONE)).toBeLessThan(text.indexOf('Siân'));
    // Each language begins on a page of its own, with its own heading.
    const headings = pdf.pages.filter(({ tags }) => tags.includes('H1'));
    expect(headings).toHaveLength(languages.length);
    expect(pdf.pages.length).toBeLessThanOrEqual(languages.length * (print === 'standard' ? 1 : 3));
  });
});

it('says everything in easy read that the usual letter says, with one idea on a line', () => {
  const easy = written('appointment', 'en', true).body;
  for (const fact of [
    PHONE,
    LINK,
    'Gŵyneth',
    'Thursday 10 December',
    '10am',
    'Bangor Jobcentre',
    '1 High Street',
    'CV',
  ])
    expect(easy).toContain(fact);
  for (const line of easy.split('\n')) expect(line.split(' ').length).toBeLessThanOrEqual(12);
});

it('never shows what a changed detail is now', () => {
  const { body } = written('change_of_details', 'en', false);
  expect(body).toContain('It ends in 123.');
  const details = [{ kind: 'mobile' as const, what: 'changed' as const, hint: '123' }];
  const discreet = changeLetterText({ language: 'en', easy: false, facts: person, discreet: true, details });
  expect(`${discreet.subject} ${discreet.body}`).not.toMatch(/mobile|123/);
});

it('keeps the words of two languages apart', () => {
  const parts: [LetterPart, LetterPart] = [written('plan', 'cy', false), written('plan', 'en', false)];
  const whole = joinParts(parts);
  expect(splitParts({ language: 'cy', ...whole })).toEqual(parts);
});
