import { findLetterSender, type LetterRow } from '@db/queries/letters.server';
import type { Letter } from '~/adapters/letters/letter';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import type { Language } from '~/domain/language';
import { splitParts } from '~/domain/letter/letter-parts';
import { formatLongDate } from '~/i18n/format';
import { letterWords } from '~/i18n/letter-sheet';
import type { Deps } from './deps';

type Sender = Pick<LetterRow, 'discreet' | 'officeName' | 'officeAddress' | 'officePostcode' | 'zone'>;

interface Written {
  language: Language;
  recipient: string;
  subject: string;
  body: string;
  /** When the letter was written (ms): what it says "today" is about. */
  at: number;
  large: boolean;
}

/** Everything that stands on the sheet. A letter that others may see does not say which office it comes from. */
export function sheetOf({ language, recipient, subject, body, at, large }: Written, sender: Sender): Letter {
  const { officeName, officeAddress, officePostcode, zone } = sender;
  const [first, ...more] = splitParts({ language, subject, body });
  const lines = [officeName, ...officeAddress.split(/\s*,\s*/), officePostcode].filter(Boolean);
  return {
    ...first,
    recipient,
    sender: sender.discreet ? '' : lines.join('\n'),
    date: formatLongDate(at, zone, language),
    large,
    words: letterWords.in(language),
    more: more.map((part) => ({ ...part, words: letterWords.in(part.language) })),
  };
}

/** A letter of the print queue, opened. */
export function openLetter(deps: Deps, row: LetterRow, large: boolean): Letter {
  const open = (sealed: string | null) => (sealed === null ? '' : deps.vault.open(sealed));
  const { language, queuedAt } = row;
  const words = { recipient: open(row.recipient), subject: open(row.subject), body: open(row.body) };
  return sheetOf({ ...words, language, at: queuedAt, large }, row);
}

/** The PDF of a letter that a provider prints and posts. @throws when it cannot be printed. */
export const writeLetterPdf =
  (deps: Pick<Deps, 'db' | 'clock' | 'letterPress'>) =>
  async (message: OutgoingMessage): Promise<Buffer> => {
    const sender = await deps.db.read((q) => findLetterSender(q, message.id));
    if (!sender) throw new Error('the letter comes from no office');
    const { language, recipient, body } = message;
    const large = sender.largePrint;
    const subject = message.subject ?? '';
    const sheet = sheetOf({ language, recipient, subject, body, at: deps.clock.now(), large }, sender);
    return deps.letterPress.print([sheet], { title: subject, language });
  };
