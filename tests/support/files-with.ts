import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of the browser's folder that holds one of the words, as one or two bytes a letter. */
export function filesWith(words: readonly string[], under: string): string[] {
  return readdirSync(under).flatMap((name) => {
    const file = join(under, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return [];
    if (found.isDirectory()) return filesWith(words, file);
    if (!found.isFile()) return [];
    const bytes = readFileSync(file);
    return words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) ? [file] : [];
  });
}
