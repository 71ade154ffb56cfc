import { Tag } from '~/components/design-system/text-blocks';
import type { Level } from '~/domain/capability/assess-capability';
import type { Language } from '~/domain/language';
import { safeguardWords } from '~/i18n/pages/staff-safeguards';

/** How somebody is best talked to, where that is not on their own; nothing for everybody else. */
export function LevelTag({ level, language }: { level: Level | null; language: Language }) {
  if (level === null || level === 'self_service') return null;
  return <Tag classes="govuk-tag--grey wm-level">{safeguardWords.in(language).tag[level]}</Tag>;
}
