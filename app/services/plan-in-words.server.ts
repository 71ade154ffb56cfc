import type { PagePart } from '~/adapters/letters/pages';
import type { Language } from '~/domain/language';
import type { LetterPart } from '~/domain/letter/letter-parts';
import type { LetterStyle } from '~/domain/letter/letter-style';
import { formatLongDate } from '~/i18n/format';
import { planLetterText, type PaperPart } from '~/i18n/messages/paper-text';
import { planWords } from '~/i18n/pages/plan';
import { daysInWords, stepLine } from '~/i18n/plan-lines';
import type { ShownGoal, ShownStep } from './load-plan.server';
import type { PlanView } from './view-plan.server';

/** What the printed plan consists of, from the top. */
export function planParts(plan: PlanView, language: Language): PagePart[] {
  const words = planWords.in(language);
  const { zone, today, agreed, review, asked, goals, loose, done, ended, phone } = plan;
  const text = (line: string): PagePart => ({ kind: 'text', text: line });
  const longDate = (when: number | string) => formatLongDate(when, zone, language);
  const list = (steps: readonly ShownStep[]): PagePart[] => {
    const items = steps.map((step) => [step.action, ...stepLine(step, plan, language)]);
    return items.length > 0 ? [{ kind: 'list', items }] : [text(words.noStepsYet)];
  };
  const goalParts = (heading: string, some: readonly ShownGoal[]): PagePart[] =>
    some.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          ...some.flatMap(({ title, steps }): PagePart[] => [{ kind: 'subheading', text: title }, ...list(steps)]),
        ];
  const more = (heading: string, steps: readonly ShownStep[]): PagePart[] =>
    steps.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...list(steps)];
  const somewhere = goals.short.length + goals.long.length > 0;
  const empty = !somewhere && loose.length + done.length + ended.length === 0;
  return [
    { kind: 'title', text: words.title },
    text(words.printedOn(longDate(today))),
    ...(agreed ? [text(words.agreed(agreed.by, longDate(agreed.at)))] : []),
    ...(review ? [text((review.late ? words.reviewLate : words.review)(longDate(review.on)))] : []),
    ...(asked.length > 0 ? [text(words.asked(daysInWords(asked, zone, language)))] : []),
    ...(empty ? [text(words.empty)] : []),
    ...goalParts(words.soon, goals.short),
    ...goalParts(words.further, goals.long),
    ...more(somewhere ? words.other : words.steps, loose),
    ...more(words.done, done),
    ...(ended.length > 0
      ? [
          { kind: 'heading' as const, text: words.reached },
          { kind: 'list' as const, items: ended.map(({ title }) => [title]) },
        ]
      : []),
    text(words.talk(phone)),
  ];
}

/** A plan in the words of a letter, in each language of the style: those who post it and those who print it say the same. */
export function planInWords(
  plan: PlanView,
  facts: { firstName: string; officePhone: string },
  { print, languages }: LetterStyle,
): [LetterPart, ...LetterPart[]] {
  const write = (language: Language) =>
    planLetterText({ language, easy: print === 'easy', facts, parts: planParts(plan, language).flatMap(lettered) });
  const [first, ...more] = languages;
  return [write(first), ...more.map(write)];
}

/** A part of the printed plan as a letter has it; the letter has a title of its own. */
function lettered(part: PagePart): PaperPart[] {
  if (part.kind === 'list') return part.items.map((lines) => ({ kind: 'entry', lines }));
  if (part.kind === 'title') return [];
  return [{ kind: part.kind === 'text' ? 'text' : 'heading', text: part.text }];
}
