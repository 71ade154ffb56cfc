import { printable } from './fonts';
import type { PagePart, Pages } from './pages';
import { PRINT, SHEET } from './sheet';

type Document = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

const TAGS = { title: 'H1', heading: 'H2', subheading: 'H3', text: 'P' } as const;
/** Where the entries of a list begin, and the dot before them, from the left edge of the text in points. */
const INDENT = 16;

/** Draws pages from the top of the current one on, adding more as they are needed; everything tagged, in reading order. */
export function drawPages(doc: Document, section: Section, { parts, large }: Pages): void {
  const sizes = large ? PRINT.large : PRINT.normal;
  const { left, right, bottom, top } = SHEET;
  let y: number = top;

  /** @returns how to draw the text where it is to stand; `keep` is room that must be left below it. */
  const place = (
    text: string,
    style: { size: number; bold?: boolean; indent?: number; gap: number; keep?: number },
  ) => {
    const { size, bold = false, indent = 0, gap, keep = 0 } = style;
    const options = { width: right - left - indent, lineGap: sizes.lineGap };
    doc.font(bold ? 'bold' : 'regular', size);
    if (y + doc.heightOfString(text, options) + keep > bottom) {
      doc.addPage();
      y = top;
    }
    const at = y;
    y = at + doc.heightOfString(text, options) + gap;
    return {
      at,
      draw: () => doc.font(bold ? 'bold' : 'regular', size).text(text, left + indent, at, options),
    };
  };

  for (const part of parts) {
    if (part.kind === 'list') drawList(part.items);
    else drawText(part);
  }

  function drawText({ kind, text }: Exclude<PagePart, { kind: 'list' }>): void {
    // What comes below a heading goes with it: a heading of a part, and two lines.
    const style = {
      title: { size: sizes.heading + 4, bold: true, gap: sizes.text },
      heading: { size: sizes.heading, bold: true, gap: sizes.text * 0.5, keep: sizes.text * 7 },
      subheading: { size: sizes.text + 1, bold: true, gap: sizes.text * 0.4, keep: sizes.text * 4 },
      text: { size: sizes.text, gap: sizes.text * 0.7 },
    }[kind];
    // A heading stands nearer to what it is about than to what came before.
    if ((kind === 'heading' || kind === 'subheading') && y > top) y += sizes.text * 0.6;
    const { draw } = place(printable(text), style);
    section.add(doc.struct(TAGS[kind], {}, draw));
  }

  function drawList(items: readonly (readonly string[])[]): void {
    const list = doc.struct('L');
    section.add(list);
    for (const lines of items) {
      const item = doc.struct('LI');
      list.add(item);
      lines.forEach((line, n) => {
        const last = n === lines.length - 1;
        const gap = last ? sizes.text * 0.6 : 0;
        const keep = n === 0 && !last ? sizes.text * 1.5 : 0;
        const { at, draw } = place(printable(line), { size: sizes.text, bold: n === 0, indent: INDENT, gap, keep });
        if (n === 0) item.add(doc.struct('Lbl', {}, () => doc.font('bold', sizes.text).text('•', left, at)));
        item.add(doc.struct('LBody', {}, draw));
      });
      item.end();
    }
    list.end();
  }
}
