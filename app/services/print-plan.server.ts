import { findCustomerWithOffice } from '@db/queries/home.server';
import type { PagePart } from '~/adapters/letters/pages';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { letterWords } from '~/i18n/letter-sheet';
import { planWords } from '~/i18n/pages/plan';
import { daysInWords, stepLine } from '~/i18n/plan-lines';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { ShownGoal, ShownStep } from './load-plan.server';
import type { SignedInStaff } from './sessions.server';
import { viewPlan, type PlanView } from './view-plan.server';

/** A customer's own plan as a PDF to print or keep; `large`: 18 points instead of 12. */
export const printPlan =
  (deps: Deps) =>
  async (input: { customerId: string; large: boolean; language: Language }): Promise<Buffer> => {
    const { customerId, large, language } = input;
    const plan = await viewPlan(deps)({ customerId });
    const title = planWords.in(language).title;
    const pages = { parts: planParts(plan, language), large, words: letterWords.in(language) };
    return deps.letterPress.printPages(pages, { title, language });
  };

/**
 * The plan of a customer of the member's office, as they would print it themselves and in their language, to hand over; on
 * record. @returns null when there is no such customer, or they are another office's.
 */
export const printPlanAsStaff =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; customerId: string; large: boolean }): Promise<Buffer | null> => {
    const { staff, customerId, large } = input;
    const owner = await deps.db.read((q) => findCustomerWithOffice(q, customerId));
    if (owner?.customer.officeId !== staff.officeId) return null;
    await recordRead(deps)({ reader: staff, action: 'plan.printed', subjectKind: 'customer', subjectId: customerId });
    return printPlan(deps)({ customerId, large, language: owner.customer.language });
  };

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
