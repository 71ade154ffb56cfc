import { beforeAll, describe, expect, it } from 'vitest';
import { addLanguage, type Language } from '~/domain/language';
import { CATALOGUES } from '../../tests/support/catalogues';
import { PSEUDO, pseudoLanguage, strayWords } from '../../tests/support/pseudo-language';
import { defineCatalogue, type Some } from './catalogue';
import { formatDate, formatLongDate, formatOnDate, formatTime, formatWeekday, plural, relativeDay } from './format';
import { callText } from './messages/call';
import { TEXT_SETS, previewText } from './messages/preview';
import { homeWords } from './pages/home';

const fr = 'fr' as Language;
const home: Some<ReturnType<typeof homeWords.in>> = { title: 'Accueil', call: { now: 'On va vous appeler.' } };

beforeAll(() => {
  addLanguage({ code: 'fr', name: 'Français', areas: { home } });
  addLanguage(pseudoLanguage);
});

describe('a language that has some of the words', () => {
  it('says the others in English, entry by entry, and says which', () => {
    const words = homeWords.in(fr);
    expect(words.title).toBe('Accueil');
    expect(words.call.now).toBe('On va vous appeler.');
    expect(words.call.ask).toBe('Ask someone to call me');
    expect(words.club.miles('2')).toBe('2 miles');
    expect(homeWords.missing(fr)).toContain('call.ask');
    expect(homeWords.missing(fr)).not.toContain('call.now');
    expect([homeWords.missing('en'), homeWords.missing('cy')]).toEqual([[], []]);
  });

  it('has plural forms of its own, however many there are', () => {
    const tries = { tries: { one: '# try', other: '# tries' } };
    addLanguage({
      code: 'pl',
      name: 'Polski',
      areas: { tries: { tries: { one: '# próba', few: '# próby', many: '# prób', other: '# próby' } } },
    });
    const words = defineCatalogue('tries', { en: tries, cy: tries }).in('pl' as Language);
    expect([1, 3, 5].map((n) => plural('pl' as Language, n, words.tries))).toEqual(['1 próba', '3 próby', '5 prób']);
  });

  it('writes dates and times as its readers do', () => {
    const zone = 'Europe/London';
    expect(formatWeekday(2, fr)).toBe('mardi');
    expect(formatDate('2026-11-24', zone, fr)).toBe('mardi 24 novembre');
    expect(formatOnDate('2026-11-24', zone, fr)).toBe('mardi 24 novembre');
    expect(formatLongDate('2026-11-24', zone, fr)).toBe('mardi 24 novembre 2026');
    expect(formatTime('14:30', zone, fr)).toBe('14:30');
    expect(formatTime(Date.parse('2026-07-01T13:30:00Z'), zone, fr)).toBe('14:30');
    expect(relativeDay('2026-11-24', '2026-11-24', fr)).toBe('aujourd’hui');
    expect(relativeDay('2026-11-25', '2026-11-24', fr)).toBe('demain');
    expect(relativeDay('2026-11-26', '2026-11-24', fr)).toBeNull();
  });

  it('without a voice is called in English', () => {
    const facts = { firstName: 'Sam', officePhone: '01632 960100' };
    const call = { saying: 'whoIsIt', discreet: false, facts } as const;
    expect(callText({ ...call, language: PSEUDO })).toEqual(callText({ ...call, language: 'en' }));
  });
});

describe('a language that has all of the words', () => {
  it('is missing none', () => {
    expect(CATALOGUES.length).toBeGreaterThan(10);
    expect(CATALOGUES.flatMap((catalogue) => catalogue.missing(PSEUDO))).toEqual([]);
  });

  /** The made-up people of the preview, and what the office wrote. */
  const DATA = [
    ...['Sam', 'Sioned', 'Bangor Jobcentre', '1 High Street, Bangor, LL57 1AA', 'your CV if you have one'],
    ...['Plan your next steps towards work', 'https://waymark.example/a/abcdefgh012345678'],
  ];

  it.each(TEXT_SETS.filter((set) => set !== 'voice'))('writes every %s in its own words', (set) => {
    const now = Date.parse('2026-11-23T09:00:00Z');
    for (const discreet of [false, true]) {
      const texts = previewText({ set, person: 'example', language: PSEUDO, discreet, now });
      for (const { subject, body } of Object.values(texts)) {
        expect(strayWords(`${subject ?? ''} ${body}`, DATA), body).toEqual([]);
      }
    }
  });
});
