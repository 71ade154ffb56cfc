/** The languages that every word of the service is written in, by ISO 639-1 code. */
export const WRITTEN_LANGUAGES = ['en', 'cy'] as const;

/**
 * A language the service speaks. The type knows those that are written; one that was added (`addLanguage`) goes by the
 * same name, so what is looked up by language is looked up with a catalogue or with `inLanguage`, which fall back.
 */
export type Language = (typeof WRITTEN_LANGUAGES)[number];

/** A further language, from one file: its own name, and as many of the words as there are (docs/languages.md). */
export interface AddedLanguage {
  /** BCP 47, such as "pl". */
  code: string;
  /** What its speakers call it: "Polski". */
  name: string;
  /** By the area of a catalogue; what is not there is said in English. */
  areas: Readonly<Record<string, object>>;
  /** A voice of Twilio's that speaks it; without one, calls are in English. */
  voice?: { name: string; language: string };
}

interface Languages {
  codes: Language[];
  added: Map<string, AddedLanguage>;
}

/** One for the process: its pages and its server are built apart, and each has a copy of this module. */
const KEY = Symbol.for('waymark.languages');
const shared = globalThis as { [KEY]?: Languages };
const known = (shared[KEY] ??= { codes: [...WRITTEN_LANGUAGES], added: new Map() });

/** Every language that can be chosen, the added ones too. */
export const LANGUAGES: readonly Language[] = known.codes;

/** True for a code of a language the service speaks. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/**
 * Adds a language, or puts newer words in place of those of before.
 * @throws Error for a language that is written already, and for a code that is none.
 */
export function addLanguage(language: AddedLanguage): void {
  const { code, name } = language;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) throw new Error(`"${code}" is no code of a language`);
  if (WRITTEN_LANGUAGES.some((one) => one === code)) throw new Error(`${code} is written already`);
  if (name.trim() === '') throw new Error(`${code} has no name`);
  known.added.set(code, language);
  if (!isLanguage(code)) known.codes.push(code as Language);
}

/** What its file says about an added language; null for those that are written. */
export function findAdded(language: Language): AddedLanguage | null {
  return known.added.get(language) ?? null;
}

const NAMES: Record<Language, string> = { en: 'English', cy: 'Cymraeg' };

/** What the speakers of a language call it. */
export function ownNameOf(language: Language): string {
  return findAdded(language)?.name ?? NAMES[language];
}

/** What is there for a language, else the English. For words, a catalogue does the same, entry by entry. */
export function inLanguage<T>(byLanguage: Readonly<Record<Language, T>>, language: Language): T {
  return Object.hasOwn(byLanguage, language) ? byLanguage[language] : byLanguage.en;
}

/** The language that calls are made in: an added one may have no voice. */
export function spokenLanguage(language: Language): Language {
  const added = findAdded(language);
  return added && !added.voice ? 'en' : language;
}
