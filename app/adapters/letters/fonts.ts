import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const folder = '@expo-google-fonts/atkinson-hyperlegible-next';
const fileOf = (style: string) => `${folder}/${style}/AtkinsonHyperlegibleNext_${style}.ttf`;

/** Atkinson Hyperlegible Next (SIL Open Font License 1.1): made to be read with poor sight, and has all Welsh letters. */
export function loadFonts(): { regular: Buffer; bold: Buffer } {
  const require = createRequire(import.meta.url);
  return {
    regular: readFileSync(require.resolve(fileOf('400Regular'))),
    bold: readFileSync(require.resolve(fileOf('700Bold'))),
  };
}

/** The same text with the two characters that the font lacks, a hyphen and a space that do not break, as the usual ones. */
export function printable(text: string): string {
  return text.normalize('NFC').replaceAll('\u2011', '-').replaceAll('\u202f', '\u00a0');
}
