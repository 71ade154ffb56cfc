import { encode } from 'uqr';
import { addressBlock } from './address-block';
import { printable } from './fonts';
import { linkIn, type Letter } from './letter';
import { PRINT, SHEET } from './sheet';

type Document = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

/**
 * Draws a letter from the top of the current page on, adding pages as it needs them. Everything is tagged, in the order
 * in which it is to be read.
 * @throws when the address cannot be set.
 */
export function drawLetter(doc: Document, section: Section, letter: Letter): void {
  const sizes = letter.large ? PRINT.large : PRINT.normal;
  const { left, right, bottom, top } = SHEET;
  const add = (tag: string, draw: () => void) => section.add(doc.struct(tag, {}, draw));
  drawAddress(doc, add, letter);
  let y = Math.max(SHEET.bodyTop, drawSender(doc, add, letter, sizes));

  const link = linkIn(letter.body);
  let besideUntil = 0;
  const paragraph = (tag: 'H1' | 'P', text: string, size: number, bold = false) => {
    const width = y < besideUntil ? right - left - SHEET.qr - 12 : right - left;
    const options = { width, lineGap: sizes.lineGap };
    doc.font(bold ? 'bold' : 'regular', size);
    if (y + doc.heightOfString(text, options) > bottom) {
      doc.addPage();
      y = top;
      besideUntil = 0;
    }
    add(tag, () => doc.font(bold ? 'bold' : 'regular', size).text(text, left, y, options));
    y = doc.y + size * 0.7;
  };

  paragraph('H1', printable(letter.subject), sizes.heading, true);
  for (const part of printable(letter.body).split(/\n\n+/)) {
    const code = link !== null && part.includes(link) ? link : null;
    // In large print the address of the page needs the whole width, so its code comes below it.
    if (code && !letter.large) {
      drawCode(doc, section, { link: code, left: right - SHEET.qr, top: y }, letter);
      besideUntil = y + SHEET.qr + 6;
    }
    paragraph('P', part, sizes.text);
    if (code && letter.large) {
      if (y + SHEET.qr > bottom) {
        doc.addPage();
        y = top;
      }
      drawCode(doc, section, { link: code, left, top: y }, letter);
      y += SHEET.qr + sizes.text * 0.7;
    }
  }
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

function drawCode(
  doc: Document,
  section: Section,
  { link, left, top }: { link: string; left: number; top: number },
  { words }: Letter,
): void {
  const { data, size } = encode(link, { ecc: 'M', border: 4 });
  const module = SHEET.qr / size;
  section.add(
    doc.struct('Figure', { alt: words.qrCode(link) }, () => {
      data.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) doc.rect(left + x * module, top + y * module, module, module);
        });
      });
      doc.fill('black');
    }),
  );
}
