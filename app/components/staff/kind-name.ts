import type { PolicyWords } from '~/i18n/pages/policy';

/** A kind of appointment as a heading: offices send "job_search" in their files, people read "Job search". */
export function kindName(kind: string, words: PolicyWords): string {
  if (kind === '') return words.everyKind;
  const text = kind.replaceAll('_', ' ').trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
