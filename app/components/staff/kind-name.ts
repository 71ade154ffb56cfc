import type { Language } from '~/domain/language';
import type { PolicyWords } from '~/i18n/pages/policy';

/** What an office calls its kinds of appointment, by reference; in Welsh where it was written. */
export type KindNames = Record<string, { name: string; nameInWelsh: string }>;

/**
 * A kind of appointment as a heading: as the office calls it; a kind that the office has no name for, as its files have it:
 * they send "job_search", people read "Job search".
 */
export function kindName(kind: string, words: PolicyWords, names: KindNames, language: Language): string {
  if (kind === '') return words.everyKind;
  const own = Object.hasOwn(names, kind) ? names[kind] : undefined;
  if (own) return language === 'cy' && own.nameInWelsh ? own.nameInWelsh : own.name;
  const text = kind.replaceAll('_', ' ').trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
