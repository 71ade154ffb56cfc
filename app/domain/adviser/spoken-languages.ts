/** Languages that an adviser may speak and that our pages have a name for: ISO 639 codes, "bfi" is British Sign Language. */
export const SPOKEN_LANGUAGES = [
  'en',
  'cy',
  'bfi',
  'ar',
  'bn',
  'es',
  'fa',
  'fr',
  'hi',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'uk',
  'ur',
] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** The languages in a record such as "en,cy,bfi", in that order, each once; what has no name here is left out. */
export function spokenLanguages(speaks: string): SpokenLanguage[] {
  const codes = speaks.split(',').map((code) => code.trim().toLowerCase());
  const known = codes.flatMap((code) => SPOKEN_LANGUAGES.find((one) => one === code) ?? []);
  return [...new Set(known)];
}
