import PDFDocument from 'pdfkit';
import { addressBlock } from './address-block';
import { withoutMarks } from '~/domain/letter/easy-marks';
import { drawLetter, drawSection, sizesOf } from './draw-letter';
import { drawPages } from './draw-pages';
import { loadFonts, printable } from './fonts';
import type { Letter, LetterDocument, LetterPress, LetterSection } from './letter';
import type { Pages } from './pages';
import { PRINT, SHEET } from './sheet';

/** Sets letters with pdfkit, in a font that is put into the document. The fonts are read when they are first needed. */
export function createLetterPress(): LetterPress {
  let ruler: { has: (letter: string) => boolean; widthOf: (text: string, size: number) => number } | null = null;
  let fonts: ReturnType<typeof loadFonts> | null = null;
  const newDocument = (options: PDFKit.PDFDocumentOptions) => {
    fonts ??= loadFonts();
    return new PDFDocument({ size: 'A4', margin: 0, ...options })
      .registerFont('regular', fonts.regular)
      .registerFont('bold', fonts.bold);
  };
  return {
    canPrint({ recipient, sender, subject, body }) {
      ruler ??= rulerOf(newDocument({}));
      const { has, widthOf } = ruler;
      const words = withoutMarks(body).replaceAll('\f', '');
      const letters = [...printable([recipient, sender, subject, words].join('\n'))];
      return (
        letters.every((letter) => letter === '\n' || has(letter)) &&
        addressBlock(printable(recipient).split('\n'), widthOf) !== null
      );
    },
    print: async (letters, about) => collect(setLetters(newDocument, letters, about)),
    printPages: async (pages, about) => collect(setPages(newDocument, pages, about)),
    printSections: async (sections, about) => collect(setSections(newDocument, sections, about)),
  };
}

type NewDocument = (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument;

/** What makes a document one that everybody can read: tags, a language, a title that is shown. */
const accessible = ({ title, language }: LetterDocument): PDFKit.PDFDocumentOptions => ({
  pdfVersion: '1.7',
  subset: ACCESSIBLE,
  tagged: true,
  lang: tagOf(language),
  displayTitle: true,
  autoFirstPage: false,
  bufferPages: true,
  info: { Title: title, Creator: 'Waymark', Producer: 'Waymark' },
});

function setPages(newDocument: NewDocument, pages: Pages, about: LetterDocument): PDFKit.PDFDocument {
  const doc = newDocument(accessible(about));
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();
  drawPages(doc, root, pages);
  numberPages(doc, 0, pages);
  root.end();
  return doc;
}

function setSections(
  newDocument: NewDocument,
  sections: readonly [LetterSection, ...LetterSection[]],
  { large, ...about }: LetterDocument & { large: boolean },
): PDFKit.PDFDocument {
  const doc = newDocument(accessible(about));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const words of sections) {
    doc.addPage();
    const section = doc.struct('Sect', { lang: tagOf(words.language) });
    root.add(section);
    drawSection(doc, section, words, large);
    section.end();
  }
  const [first] = sections;
  numberPages(doc, 0, { words: first.words, large: sizesOf(first.body, large) !== PRINT.normal });
  root.end();
  return doc;
}

function setLetters(newDocument: NewDocument, letters: readonly Letter[], about: LetterDocument): PDFKit.PDFDocument {
  const doc = newDocument(accessible(about));
  // A letter on the back of another one would reach the wrong person.
  oneSided(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const letter of letters) {
    doc.addPage();
    const first = doc.bufferedPageRange().count - 1;
    const sectionOf = ({ language }: Pick<Letter, 'language'>) => {
      const section = doc.struct('Sect', { lang: tagOf(language) });
      root.add(section);
      return section;
    };
    const section = sectionOf(letter);
    drawLetter(doc, section, letter);
    section.end();
    for (const further of letter.more ?? []) {
      doc.addPage();
      const next = sectionOf(further);
      drawSection(doc, next, further, letter.large);
      next.end();
    }
    numberPages(doc, first, { words: letter.words, large: sizesOf(letter.body, letter.large) !== PRINT.normal });
  }
  root.end();
  return doc;
}

/** The page numbers of a letter that takes more than one. They are no part of what is read out. */
function numberPages(doc: PDFKit.PDFDocument, first: number, { words, large }: Pick<Pages, 'words' | 'large'>): void {
  const pages = doc.bufferedPageRange().count - first;
  if (pages < 2) return;
  for (let page = 1; page <= pages; page += 1) {
    doc.switchToPage(first + page - 1);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font('regular', large ? PRINT.large.text : PRINT.normal.text)
      .text(words.page(page, pages), SHEET.left, SHEET.bottom + 8, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** The standard for accessible documents, which the types of pdfkit do not know of yet. */
const ACCESSIBLE = 'PDF/UA' as PDFKit.PDFDocumentOptions['subset'];

const tagOf = (language: Letter['language']) => (language === 'en' ? 'en-GB' : language);

/** pdfkit keeps these two to itself: the viewer's preferences, and which letters a font has. */
interface Insides {
  _root: { data: { ViewerPreferences: { data: Record<string, unknown> } } };
  _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } };
}

function oneSided(doc: PDFKit.PDFDocument): void {
  (doc as unknown as Insides)._root.data.ViewerPreferences.data.Duplex = 'Simplex';
}

function rulerOf(doc: PDFKit.PDFDocument) {
  const { font } = (doc.font('regular', 12) as unknown as Insides)._font;
  return {
    has: (letter: string) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    widthOf: (text: string, size: number) => doc.font('regular', size).widthOfString(text),
  };
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
    doc.end();
  });
}
