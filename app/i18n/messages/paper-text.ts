import { pictured } from '~/domain/letter/easy-marks';
import type { LetterPart } from '~/domain/letter/letter-parts';
import type { Language } from '~/domain/language';
import type { ChangedDetail } from './en-papers';
import { messageWords } from './index';

/** One thing after another of a paper: a heading, a sentence, or an entry with its lines. */
export type PaperPart =
  { kind: 'heading'; text: string } | { kind: 'text'; text: string } | { kind: 'entry'; lines: readonly string[] };

interface Paper {
  language: Language;
  easy: boolean;
  facts: { firstName: string; officePhone: string };
}

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

/** Phone number first, then to whom it is, then what there is to say. */
function letterAround({ language, easy, facts }: Paper, inside: string[]): string {
  const words = messageWords.in(language);
  const gaps = { phone: facts.officePhone.trim(), first: facts.firstName.trim() };
  const phone = easy ? pictured('phone', words.easy.phone(gaps)) : words.letter.phone(gaps);
  return paragraphs(phone, words.letter.greeting(gaps), ...inside);
}

/** Somebody's plan as a letter. */
export function planLetterText(paper: Paper & { parts: readonly PaperPart[] }): LetterPart {
  const { language, easy, parts } = paper;
  const words = messageWords.in(language).papers.plan;
  const inside = parts.map((part) => {
    if (part.kind === 'heading') return `# ${part.text}`;
    if (part.kind === 'text') return part.text;
    return easy ? pictured('step', part.lines.join('\n')) : `• ${part.lines.join('\n')}`;
  });
  return { language, subject: words.subject, body: letterAround(paper, [words.intro, ...inside]) };
}

/** What has changed in somebody's details, never what it is now: others may open the letter. */
export function changeLetterText(paper: Paper & { discreet: boolean; details: readonly ChangedDetail[] }): LetterPart {
  const { language, easy, discreet, details } = paper;
  const words = messageWords.in(language).papers.change;
  const lines = discreet ? [words.discreet] : details.map(words.line);
  const inside = [
    ...(discreet ? [] : [words.intro]),
    ...lines.map((line) => (easy ? pictured('change', line.replaceAll('. ', '.\n')) : discreet ? line : `• ${line}`)),
    easy ? pictured('phone', words.wrong.replace('? ', '?\n')) : words.wrong,
  ];
  return { language, subject: discreet ? words.discreetSubject : words.subject, body: letterAround(paper, inside) };
}
