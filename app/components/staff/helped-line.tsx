import { capitalised } from '~/components/appointment/shown-appointment';
import type { HelpWay } from '~/domain/assisted/help';
import { helpWords } from '~/i18n/pages/help';
import type { Wording } from './wording';

interface Props {
  /** The colleague who put it in for the customer, and how; null when they did it themselves. */
  helped: { by: { firstName: string; lastName: string }; way: HelpWay } | null;
  wording: Wording;
}

/** "Helped by Priya Shah by phone", below what was put in for somebody. */
export function HelpedLine({ helped, wording }: Props) {
  if (!helped) return null;
  const words = helpWords.in(wording.language);
  return (
    <span className="wm-quiet wm-line">
      {capitalised(words.helpedBy(wording.name(helped.by), words.ways[helped.way]))}
    </span>
  );
}
