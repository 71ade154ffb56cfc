import { isEasyRead } from '~/domain/letter/easy-marks';
import { addressBlock } from './address-block';
import { drawWords } from './draw-words';
import { printable } from './fonts';
import type { Letter, LetterSection } from './letter';
import { PRINT, SHEET } from './sheet';

type Document = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

/** The sizes of a letter, or of one of its languages. */
export function sizesOf(body: string, large: boolean) {
  if (isEasyRead(body)) return PRINT.easy;
  return large ? PRINT.large : PRINT.normal;
}

/**
 * Draws a letter from the top of the current page on, adding pages as it needs them. Everything is tagged, in the order
 * in which it is to be read.
 * @throws when the address cannot be set.
 */
export function drawLetter(doc: Document, section: Section, letter: Letter): void {
  const sizes = sizesOf(letter.body, letter.large);
  const add = (tag: string, draw: () => void) => section.add(doc.struct(tag, {}, draw));
  drawAddress(doc, add, letter);
  const top = Math.max(SHEET.bodyTop, drawSender(doc, add, letter, sizes));
  drawWords(doc, section, letter, sizes, top);
}

/** Draws a further language of a letter from the top of the current page on: its words, without address and sender. */
export function drawSection(doc: Document, section: Section, words: LetterSection, large: boolean): void {
  drawWords(doc, section, words, sizesOf(words.body, large), SHEET.top);
}

type Add = (tag: string, draw: () => void) => void;

/** Line by line, never wrapped. */
function drawAddress(doc: Document, add: Add, letter: Letter): void {
  const lines = printable(letter.recipient).split('\n');
  const block = addressBlock(lines, (text, size) => doc.font('regular', size).widthOfString(text));
  if (!block) throw new Error('the address does not fit the window');
  add('P', () => {
    doc.font('regular', block.size);
    lines.forEach((line, n) => doc.text(line, SHEET.address.left, block.top + n * block.leading, { lineBreak: false }));
  });
}

/** Whom it comes from, if it may say so, and the date. @returns where they end. */
function drawSender(doc: Document, add: Add, letter: Letter, sizes: { text: number; lineGap: number }): number {
  const { left, right, top } = SHEET.sender;
  const options = { width: right - left, lineGap: 1 };
  let y: number = top;
  for (const text of [letter.sender, letter.date]) {
    if (text === '') continue;
    add('P', () => doc.font('regular', sizes.text).text(printable(text), left, y, options));
    y = doc.y + sizes.text * 0.7;
  }
  return y;
}
