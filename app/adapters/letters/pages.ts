import type { LetterWords } from './letter';

/** One thing after another down the page, each tagged as what it is. */
export type PagePart =
  | { kind: 'title' | 'heading' | 'subheading' | 'text'; text: string }
  /** Each entry's lines one below the other, the first in bold. */
  | { kind: 'list'; items: readonly (readonly string[])[] };

/** Something to print or keep that is not a letter: no address, and it begins at the top. */
export interface Pages {
  parts: readonly PagePart[];
  /** Large print: 18 points, flowing on as it needs. */
  large: boolean;
  words: Pick<LetterWords, 'page'>;
}
