import { findAdded, type Language } from '~/domain/language';

/** Words, or a sentence with gaps, or a group of them. */
export type Entry = string | ((...gaps: never[]) => unknown) | readonly string[] | { readonly [key: string]: Entry };
export type Entries = { readonly [key: string]: Entry };

/** Some of the entries of an area, as the file of an added language has them. */
export type Some<T> = { readonly [K in keyof T]?: T[K] extends Entries ? Some<T[K]> : T[K] };

/** Words in every language, for one area of the service. */
export interface Catalogue<T extends Entries> {
  readonly area: string;
  /** The words in a language; of an added one that has not all of them, the others in English. */
  in(language: Language): T;
  /** The entries that a language says in English for want of its own words. */
  missing(language: Language): string[];
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
  const filled = new WeakMap<object, T>();
  const own = (language: Language): object | null => findAdded(language)?.areas[area] ?? null;
  return {
    area,
    in(language) {
      if (Object.hasOwn(words, language)) return words[language];
      const some = own(language);
      if (!some) return words.en;
      if (!filled.has(some)) filled.set(some, fill(words.en, some) as T);
      return filled.get(some)!;
    },
    missing(language) {
      if (Object.hasOwn(words, language)) return [];
      const there = new Set(keysOf((own(language) ?? {}) as Entries));
      return keysOf(words.en).filter((key) => !there.has(key));
    },
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

/** English, with what there is of another language in its place. */
function fill(english: Entries, some: object): Entries {
  const own = some as Record<string, Entry | undefined>;
  return Object.fromEntries(
    Object.entries(english).map(([key, entry]) => {
      const there = own[key];
      if (there === undefined) return [key, entry];
      return [key, isGroup(entry) && typeof there === 'object' ? fill(entry, there) : there];
    }),
  );
}

const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

function isGroup(entry: Entry): entry is Entries {
  if (typeof entry !== 'object' || Array.isArray(entry)) return false;
  const keys = Object.keys(entry);
  return !(keys.includes('other') && keys.every((key) => PLURAL_FORMS.includes(key)));
}
