import type { AddedLanguage, Language } from '~/domain/language';
import { CATALOGUES } from './catalogues';

/** A language that nobody speaks: English between ⟦ and ⟧, and two fifths longer. What is not between them is in no catalogue. */
export const PSEUDO = 'en-XA' as Language;

const longer = (text: string) => `⟦${text}${'~'.repeat(Math.ceil(text.length * 0.4))}⟧`;

function wrapped(entry: unknown): unknown {
  if (typeof entry === 'string') return entry === '' ? '' : longer(entry);
  if (typeof entry === 'function') {
    return (...gaps: unknown[]) => wrapped((entry as (...gaps: unknown[]) => unknown)(...gaps));
  }
  if (Array.isArray(entry)) return entry.map(wrapped);
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, inner]) => [key, wrapped(inner)]));
}

/** As a file of an added language would have it, with every word that there is. */
export const pseudoLanguage: AddedLanguage = {
  code: PSEUDO,
  name: '⟦Pseudo⟧',
  areas: Object.fromEntries(CATALOGUES.map(({ area, in: words }) => [area, wrapped(words('en')) as object])),
};

const DAYS = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const MONTHS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:AM|PM|today|tomorrow)\b/gi;

/**
 * Words of a text that come from no catalogue: all that is left when what is between ⟦ and ⟧, dates and times as Intl
 * writes them, and what is known to be data are taken out.
 */
export function strayWords(text: string, data: readonly string[]): string[] {
  let rest = text;
  // From the inside out: a sentence may hold words in its gaps.
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  for (const known of [...data].sort((a, b) => b.length - a.length)) {
    // A fact may begin with a capital on a page.
    rest = rest.replaceAll(known, ' ').replaceAll(known[0]!.toUpperCase() + known.slice(1), ' ');
  }
  return (
    rest
      .replaceAll(DAYS, ' ')
      .replaceAll(MONTHS, ' ')
      .match(/[⟦⟧]|\p{L}{2,}/gu) ?? []
  );
}

/** Everything in a page that people see or hear: its title, its text, and what is said in attributes. */
export function wordsOfPage(html: string): string[] {
  const body = html.replaceAll(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, ' ').replaceAll(/<!--[\s\S]*?-->/g, '');
  const attributes = [...body.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map((found) => found[1]!);
  const texts = body.split(/<[^>]*>/).filter((text) => text.trim() !== '');
  return [...attributes, ...texts].map((text) =>
    text
      .replaceAll(/&#x27;|&#39;/g, "'")
      .replaceAll(/&nbsp;|\u00a0/g, ' ')
      .replaceAll(/https?:\/\/\S+/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}
