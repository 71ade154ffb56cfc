import { LANGUAGES, ownNameOf, type Language } from '../language';

/** A letter, or one of its languages, in words. */
export interface LetterPart {
  language: Language;
  subject: string;
  body: string;
}

/** Stands before a further language, and before its name: the words of a letter are kept as one text. */
const NEXT = '\f';

/** The words of a letter in one or more languages, as they are kept: the first one's subject, and all bodies. */
export function joinParts([first, ...more]: readonly [LetterPart, ...LetterPart[]]): { subject: string; body: string } {
  const further = more.map(({ language, subject, body }) => `${NEXT}${ownNameOf(language)}\n${subject}\n\n${body}`);
  return { subject: first.subject, body: [first.body, ...further].join('\n\n') };
}

/** The same words, language by language. What names no language that we know belongs to the one before. */
export function splitParts(whole: LetterPart): [LetterPart, ...LetterPart[]] {
  const [first = '', ...more] = whole.body.split(NEXT);
  const parts: [LetterPart, ...LetterPart[]] = [{ ...whole, body: first.trimEnd() }];
  for (const text of more) {
    const [name = '', subject = '', ...body] = text.trimEnd().split('\n');
    const language = LANGUAGES.find((one) => ownNameOf(one) === name);
    if (language) parts.push({ language, subject, body: body.join('\n').trimStart() });
    else parts.at(-1)!.body += `\n\n${text.trim()}`;
  }
  return parts;
}
