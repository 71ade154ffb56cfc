import { describe, expect, it } from 'vitest';
import { addLanguage, findAdded, inLanguage, isLanguage, LANGUAGES, ownNameOf, spokenLanguage } from './language';

describe('a language that is added', () => {
  const polish = { code: 'pl', name: 'Polski', areas: { home: { title: 'Strona główna' } } };
  const pl = 'pl' as (typeof LANGUAGES)[number];

  it('can be chosen from then on, once, under its own name', () => {
    expect(isLanguage('pl')).toBe(false);
    addLanguage(polish);
    addLanguage(polish);
    expect(LANGUAGES).toEqual(['en', 'cy', 'pl']);
    expect(isLanguage('pl')).toBe(true);
    expect(ownNameOf(pl)).toBe('Polski');
    expect([ownNameOf('en'), ownNameOf('cy')]).toEqual(['English', 'Cymraeg']);
    expect(findAdded('cy')).toBeNull();
  });

  it('falls back to English where there is nothing for it', () => {
    expect(inLanguage({ en: 'Hello', cy: 'Helo' }, pl)).toBe('Hello');
    expect(inLanguage({ en: 'Hello', cy: 'Helo' }, 'cy')).toBe('Helo');
  });

  it('is spoken on the telephone if it has a voice', () => {
    expect(spokenLanguage('cy')).toBe('cy');
    expect(spokenLanguage(pl)).toBe('en');
    addLanguage({ ...polish, voice: { name: 'Polly.Ola', language: 'pl-PL' } });
    expect(spokenLanguage(pl)).toBe('pl');
  });

  it.each([
    ['English', { ...polish, code: 'en' }, 'en is written already'],
    ['an impossible code', { ...polish, code: '../pl' }, 'no code'],
    ['no name', { ...polish, name: ' ' }, 'no name'],
  ])('is refused with %s', (_what, language, why) => expect(() => addLanguage(language)).toThrow(why));
});
