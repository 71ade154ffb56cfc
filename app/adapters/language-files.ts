import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { addLanguage, type AddedLanguage } from '~/domain/language';

/** Beside the built servers, where the build puts them; else where they are written. */
const FOLDERS = ['./languages/', '../i18n/languages/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/**
 * Adds every language that has a file (docs/languages.md). Once, before anything is said.
 * @throws Error naming the file that is not a language's.
 */
export function addLanguageFiles(folder = FOLDERS.find((one) => existsSync(one))): void {
  if (!folder) return;
  const load = createRequire(import.meta.url);
  for (const name of readdirSync(folder).sort()) {
    if (!/^[\w-]+\.(cjs|ts)$/.test(name)) continue;
    const { language } = load(`${folder}/${name}`) as { language?: AddedLanguage };
    if (!language?.code || !language.areas) throw new Error(`${name} does not export a language`);
    addLanguage(language);
  }
}
