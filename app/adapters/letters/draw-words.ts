import { encode } from 'uqr';
import { pictureOf } from '~/domain/letter/easy-marks';
import { drawPicture } from './draw-picture';
import { printable } from './fonts';
import { linkIn, type LetterSection } from './letter';
import { PRINT, SHEET } from './sheet';

type Document = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;
type Sizes = (typeof PRINT)[keyof typeof PRINT];

/** How the words of a paragraph are set. */
interface Setting {
  tag: 'H1' | 'H2' | 'P';
  text: string;
  size: number;
  bold?: boolean;
  /** From the left edge of the text (points), and what stands there. */
  indent?: number;
  beside?: { width: number; height: number; draw: (top: number) => void };
  /** The list that it is an entry of. */
  list?: Section;
  /** Room that must be left below it. */
  keep?: number;
}

const HEADING = '# ';
const ENTRY = '• ';
/** Where the words of an entry, and those beside a picture, begin. */
const ENTRY_INDENT = 16;
const PICTURE_SIDE = 34;
const PICTURE_INDENT = 50;

/**
 * Draws the words of a letter in one of its languages, from `top` (points) on: what it is about, and its paragraphs. One that
 * begins with "# " is a heading, one with "• " an entry of a list, one with a sign of easy read has its picture beside it.
 */
export function drawWords(doc: Document, section: Section, words: LetterSection, sizes: Sizes, top: number): void {
  const { left, right, bottom } = SHEET;
  const isLarge = sizes !== PRINT.normal;
  const link = linkIn(words.body);
  let y = top;
  let besideUntil = 0;
  let list: Section | null = null;

  const newPage = () => {
    doc.addPage();
    y = SHEET.top;
    besideUntil = 0;
  };
  const set = ({ tag, text, size, bold = false, indent = 0, beside, list: entries, keep = 0 }: Setting) => {
    const options = () => ({
      width: right - left - indent - (y < besideUntil ? SHEET.qr + 12 : 0),
      lineGap: sizes.lineGap,
    });
    const font = () => doc.font(bold ? 'bold' : 'regular', size);
    font();
    const height = Math.max(doc.heightOfString(text, options()), beside?.height ?? 0);
    if (y + height + keep > bottom) newPage();
    const at = y;
    const draw = () => font().text(text, left + indent, at, options());
    if (entries) {
      const item = doc.struct('LI');
      entries.add(item);
      if (beside) item.add(doc.struct('Lbl', {}, () => beside.draw(at)));
      item.add(doc.struct('LBody', {}, draw));
      item.end();
    } else {
      beside?.draw(at);
      section.add(doc.struct(tag, {}, draw));
    }
    y = Math.max(doc.y, at + (beside?.height ?? 0)) + size * 0.7;
  };
  const endList = () => {
    list?.end();
    list = null;
  };

  set({ tag: 'H1', text: printable(words.subject), size: sizes.heading, bold: true });
  const paragraphs = words.body.split(/\n\n+/);
  for (const [n, paragraph] of paragraphs.entries()) {
    const { picture, text: said } = pictureOf(paragraph);
    const text = printable(said);
    if (text.startsWith(ENTRY)) {
      if (list === null) {
        list = doc.struct('L');
        section.add(list);
      }
      const dot = {
        width: ENTRY_INDENT,
        height: 0,
        draw: (at: number) => doc.font('bold', sizes.text).text('•', left, at),
      };
      set({ tag: 'P', text: text.slice(2), size: sizes.text, indent: ENTRY_INDENT, beside: dot, list });
      continue;
    }
    endList();
    if (text.startsWith(HEADING)) {
      // Two lines of what it is about go with it, and where another heading comes first, that as well.
      const keep = sizes.text * (paragraphs[n + 1]?.startsWith(HEADING) ? 7 : 4);
      set({ tag: 'H2', text: text.slice(2), size: sizes.text + 2, bold: true, keep });
      continue;
    }
    const code = link !== null && text.includes(link) ? link : null;
    // In large print the address of the page needs the whole width, so its code comes below it.
    if (code && !isLarge) {
      drawCode(doc, section, { link: code, left: right - SHEET.qr, top: y }, words);
      besideUntil = y + SHEET.qr + 6;
    }
    const draw = (at: number) => picture && drawPicture(doc, picture, { left, top: at, side: PICTURE_SIDE });
    const beside = picture ? { width: PICTURE_INDENT, height: PICTURE_SIDE, draw } : undefined;
    set({ tag: 'P', text, size: sizes.text, indent: beside?.width ?? 0, beside });
    if (code && isLarge) {
      if (y + SHEET.qr > bottom) newPage();
      drawCode(doc, section, { link: code, left: left + (beside?.width ?? 0), top: y }, words);
      y += SHEET.qr + sizes.text * 0.7;
    }
  }
  endList();
}

function drawCode(
  doc: Document,
  section: Section,
  { link, left, top }: { link: string; left: number; top: number },
  { words }: LetterSection,
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
