import type { Language } from '~/domain/language';

/** Words, or a sentence with gaps, or a group of them. */
export type Entry = string | ((...gaps: never[]) => unknown) | readonly string[] | { readonly [key: string]: Entry };
export type Entries = { readonly [key: string]: Entry };

/** Words in every language, for one area of the service. */
export interface Catalogue<T extends Entries> {
  readonly area: string;
  /** The words in a language. */
  in(language: Language): T;
  /** How far the Welsh has been read by somebody who may say that it is right. */
  readonly review: { draft: number; reviewed: number };
  readonly keys: readonly string[];
}

/**
 * Puts the languages of an area together. `cy` must have the shape of `en`: write `export const cy: typeof en = {…}`.
 * `reviewed` names the Welsh entries, "group.key", that a Welsh reviewer has passed; all others are drafts.
 * @throws Error at start when `reviewed` names something that is not there.
 */
export function defineCatalogue<T extends Entries>(
  area: string,
  words: { en: T; cy: T },
  reviewed: ReadonlySet<string> = new Set(),
): Catalogue<T> {
  const keys = keysOf(words.cy);
  const unknown = [...reviewed].filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`Reviewed, but not in the ${area} catalogue: ${unknown.join(', ')}`);
  return {
    area,
    in: (language) => words[language],
    review: { draft: keys.length - reviewed.size, reviewed: reviewed.size },
    keys,
  };
}

/** The paths of all entries, "group.key". The plural forms of a phrase are one entry: languages have more or fewer. */
export function keysOf(entries: Entries, prefix = ''): string[] {
  return Object.entries(entries).flatMap(([key, entry]) =>
    isGroup(entry) ? keysOf(entry, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

function isGroup(entry: Entry): entry is Entries {
  if (typeof entry !== 'object' || Array.isArray(entry)) return false;
  const keys = Object.keys(entry);
  return !(keys.includes('other') && keys.every((key) => PLURAL_FORMS.includes(key)));
}
