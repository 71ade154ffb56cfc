/** What a picture in an easy-read letter shows. */
export const PICTURES = ['phone', 'web', 'clock', 'place', 'person', 'bring', 'step', 'change'] as const;
export type Picture = (typeof PICTURES)[number];

/**
 * A sign that stands before each fact of an easy-read letter. On paper it becomes a drawing; where the words are shown
 * elsewhere it is a sign that everybody's letters have.
 */
export const MARKS: Record<Picture, string> = {
  phone: '☎',
  web: '⌕',
  clock: '◷',
  place: '⌂',
  person: '☺',
  bring: '✎',
  step: '➔',
  change: '↻',
};

/** Words with their picture before them; nothing stays nothing. */
export function pictured(picture: Picture, words: string): string {
  return words === '' ? '' : `${MARKS[picture]} ${words}`;
}

/** The picture of a paragraph and its words without the sign; null: it has none. */
export function pictureOf(paragraph: string): { picture: Picture | null; text: string } {
  const picture = PICTURES.find((one) => paragraph.startsWith(`${MARKS[one]} `)) ?? null;
  return { picture, text: picture ? paragraph.slice(2) : paragraph };
}

/** True for the words of an easy-read letter. */
export function isEasyRead(body: string): boolean {
  return body.split(/\n\n+/).some((paragraph) => pictureOf(paragraph).picture !== null);
}

/** The words without any signs. */
export function withoutMarks(body: string): string {
  return body
    .split('\n\n')
    .map((paragraph) => pictureOf(paragraph).text)
    .join('\n\n');
}
