import { describe, expect, it } from 'vitest';
import { letterWords } from '~/i18n/letter-sheet';
import { readPdf, type PdfFound } from '../../../tests/support/read-pdf';
import type { PagePart } from './pages';
import { createLetterPress } from './letter-press';

const press = createLetterPress();
const words = letterWords.in('en');
const document = { title: 'A plan', language: 'en' } as const;
const HEADINGS = /^(Later on|A job in a care home)$/;
const STEP = ['Finish the first page of your CV', 'You, by Monday 30 November'];
/** Lines above the headings, so that these come to stand everywhere on a page. */
const LINES_ABOVE = Array.from({ length: 24 }, (_, n) => n);

/** The last words of each page, above its number. */
const lastWords = ({ pages }: PdfFound) =>
  pages.map(({ places }) => places.filter(({ text }) => text.trim() !== '' && !text.startsWith('Page ')).at(-1)!.text);

describe.each([true, false])('in large print: %s, a heading', (large) => {
  it('is never the last thing on a page', async () => {
    for (const lines of LINES_ABOVE) {
      const parts: PagePart[] = [
        { kind: 'title', text: 'Your plan' },
        ...Array.from({ length: lines * (large ? 1 : 2) }, (_, n) => ({ kind: 'text' as const, text: `Line ${n}` })),
        { kind: 'heading', text: 'Later on' },
        { kind: 'subheading', text: 'A job in a care home' },
        { kind: 'list', items: [STEP] },
      ];
      const found = await readPdf(await press.printPages({ parts, large, words }, document));
      expect(lastWords(found).filter((text) => HEADINGS.test(text))).toEqual([]);
    }
  });

  it('is not in the words of a letter either', async () => {
    for (const lines of LINES_ABOVE) {
      const above = Array.from({ length: lines * (large ? 1 : 2) }, (_, n) => `Line ${n}`);
      const body = [...above, '# Later on', '# A job in a care home', `• ${STEP.join('\n')}`].join('\n\n');
      const section = {
        language: 'en' as const,
        words,
        subject: 'Your plan',
        body,
        print: large ? 'large' : 'standard',
      };
      const found = await readPdf(await press.printSections([section], { ...document, large }));
      expect(lastWords(found).filter((text) => HEADINGS.test(text))).toEqual([]);
    }
  });
});
