import type { Picture } from '~/domain/letter/easy-marks';

type Document = PDFKit.PDFDocument;

/** A picture is drawn in a square of 24 units, from its upper left corner. */
const DRAWINGS: Record<Picture, (doc: Document) => void> = {
  phone: (doc) => doc.roundedRect(7, 1, 10, 22, 2).stroke().rect(9, 4, 6, 13).stroke().circle(12, 20, 0.6).stroke(),
  web: (doc) =>
    doc.roundedRect(2, 3, 20, 14, 1).stroke().moveTo(9, 21).lineTo(15, 21).moveTo(12, 17).lineTo(12, 21).stroke(),
  clock: (doc) => doc.circle(12, 12, 10).stroke().moveTo(12, 5.5).lineTo(12, 12).lineTo(16.5, 14.5).stroke(),
  place: (doc) =>
    doc.path('M12 22.5 C8 16.5 5 13 5 9 A7 7 0 1 1 19 9 C19 13 16 16.5 12 22.5 Z').stroke().circle(12, 9, 2.6).stroke(),
  person: (doc) => doc.circle(12, 7, 4.5).stroke().path('M3 22.5 A9 9 0 0 1 21 22.5 Z').stroke(),
  bring: (doc) => doc.roundedRect(3, 8, 18, 13, 1.5).stroke().path('M8.5 8 L8.5 4.5 L15.5 4.5 L15.5 8').stroke(),
  // No tick: what is ticked looks done.
  step: (doc) => doc.circle(12, 12, 10).stroke().path('M6.5 12 L17 12 M12.5 7.5 L17 12 L12.5 16.5').stroke(),
  change: (doc) =>
    doc
      .path('M4 10 A8.5 8.5 0 0 1 19.5 8.5 M20 3.5 L19.7 9 L14.5 8.2')
      .stroke()
      .path('M20 14 A8.5 8.5 0 0 1 4.5 15.5 M4 20.5 L4.3 15 L9.5 15.8')
      .stroke(),
};

/**
 * Draws a picture beside words that say the same: for those who hear the document it is not there.
 * @param at its upper left corner and its side, in points.
 */
export function drawPicture(doc: Document, picture: Picture, at: { left: number; top: number; side: number }): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .save()
    .translate(at.left, at.top)
    .scale(at.side / 24);
  doc.lineWidth(1.8).lineJoin('round').lineCap('round').strokeColor('black');
  DRAWINGS[picture](doc);
  doc.restore();
  doc.endMarkedContent();
}
