/** The languages the service speaks, by ISO 639-1 code. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/** True for a code of a language the service speaks. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}
