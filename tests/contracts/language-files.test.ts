import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addLanguageFiles } from '~/adapters/language-files';
import { LANGUAGES, ownNameOf, type Language } from '~/domain/language';
import { homeWords } from '~/i18n/pages/home';

describe('the file of a language', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'waymark-languages-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is all that it takes', () => {
    const file = `exports.language = { code: 'pl', name: 'Polski', areas: { home: { title: 'Strona' } } };`;
    writeFileSync(join(folder, 'pl.cjs'), file);
    writeFileSync(join(folder, 'README.md'), 'not a language');
    addLanguageFiles(folder);
    const pl = 'pl' as Language;
    expect(LANGUAGES).toContain(pl);
    expect(ownNameOf(pl)).toBe('Polski');
    expect(homeWords.in(pl).title).toBe('Strona');
    expect(homeWords.in(pl).adviser).toBe('Your adviser');
  });

  it('that holds something else stops the start, by name', () => {
    writeFileSync(join(folder, 'xx.cjs'), 'exports.words = {};');
    expect(() => addLanguageFiles(folder)).toThrow('xx.cjs');
  });

  it('need not be there', () => expect(() => addLanguageFiles()).not.toThrow());
});
