import { listLettersById, listWaitingLetters } from '@db/queries/letters.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { Language } from '~/domain/language';
import { lettersWords } from '~/i18n/pages/letters';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { openLetter } from './write-letter.server';

export interface LettersToPrint {
  staff: SignedInStaff;
  /** Only this one, which may have been posted already; null for all that wait. */
  only: string | null;
  /** Those that are to be in large print. */
  large: readonly string[];
  /** Of the person who prints: the title of the document. */
  language: Language;
}

/**
 * The letters as one document for the printer. Printing changes nothing in the queue; that somebody saw the addresses is
 * recorded, each letter by itself.
 * @returns null when there is nothing (any more) to print.
 */
export const printLetters =
  (deps: Deps) =>
  async ({ staff, only, large, language }: LettersToPrint): Promise<Buffer | null> => {
    const { officeId, id } = staff;
    const rows = await deps.db.write(async (q) => {
      const found =
        only === null
          ? await listWaitingLetters(q, officeId)
          : (await listLettersById(q, { officeId, ids: [only] })).filter(({ status }) => PRINTABLE.includes(status));
      for (const letter of found) {
        await appendAudit(q, deps, {
          chain: officeChain(officeId),
          actor: { kind: 'staff', id },
          action: 'letter.read',
          subjectKind: 'message',
          subjectId: letter.id,
        });
      }
      return found;
    });
    if (rows.length === 0) return null;
    const letters = rows.map((row) => openLetter(deps, row, large.includes(row.id)));
    return deps.letterPress.print(letters, { title: lettersWords.in(language).documentTitle, language });
  };

/** One that was overtaken is not printed again. */
const PRINTABLE: readonly string[] = ['accepted', 'sent'];
