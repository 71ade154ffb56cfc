import type { Language } from '~/domain/language';
import type { Pages } from './pages';

/** The words of a letter in one language, and how it is to be read out. */
export interface LetterSection {
  language: Language;
  subject: string;
  /**
   * Paragraphs with an empty line between them; the first address of a page in it is printed as a QR code, too. "# " before
   * one makes it a heading, "• " an entry of a list, a sign of easy read a picture (domain/letter/easy-marks.ts).
   */
  body: string;
  words: LetterWords;
}

/** A letter as it is to be printed: everything on the sheet, nothing else. */
export interface Letter extends LetterSection {
  /** Name and address, line below line. */
  recipient: string;
  /** Name and address of the office, line below line; empty for a letter that is not to say where it comes from. */
  sender: string;
  /** As it stands on the sheet. */
  date: string;
  /** Large print: 18 points. */
  large: boolean;
  /** The same in further languages, each from a page of its own on. */
  more?: readonly LetterSection[];
}

/** What the sheet says besides the letter's own words, in its language. */
export interface LetterWords {
  /** For those who hear the document: what the square pattern is. */
  qrCode: (link: string) => string;
  page: (page: number, pages: number) => string;
}

/** The whole document, which may hold many letters. */
export interface LetterDocument {
  title: string;
  language: Language;
}

/** Makes print-ready letters. */
export interface LetterPress {
  /** False when the address does not fit its window, or the font lacks a letter: it must not go out maimed. */
  canPrint(letter: Pick<Letter, 'recipient' | 'sender' | 'subject' | 'body'>): boolean;
  /**
   * Tagged PDF, A4, each letter beginning on a page of its own, to be printed on one side.
   * @throws when one of them cannot be printed.
   */
  print(letters: readonly Letter[], document: LetterDocument): Promise<Buffer>;
  /** Tagged PDF, A4, in the same font: something to print or keep that is not a letter. */
  printPages(pages: Pages, document: LetterDocument): Promise<Buffer>;
  /** The same with the words of a letter, each language from a page of its own on; `large`: 18 points. */
  printSections(
    sections: readonly [LetterSection, ...LetterSection[]],
    document: LetterDocument & { large: boolean },
  ): Promise<Buffer>;
}

/** The address of a page in a letter's words, or null. */
export function linkIn(body: string): string | null {
  return /https?:\/\/\S+/.exec(body)?.[0] ?? null;
}
