import type { Language } from '~/domain/language';

/**
 * A kind of appointment as its office calls it. One that the office does not know, such as a kind that came with a file, is
 * read from its reference: "job_search" is "Job search".
 */
export function kindLabel(
  kind: string,
  kinds: readonly { ref: string; name: string; nameInWelsh: string }[],
  language: Language,
): string {
  const known = kinds.find(({ ref }) => ref === kind);
  if (known) return (language === 'cy' && known.nameInWelsh) || known.name;
  const text = kind.replaceAll('_', ' ').trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
