import { findCustomerWithOffice } from '@db/queries/home.server';
import { calledName } from '~/domain/contact/person-name';
import type { LetterStyle } from '~/domain/letter/letter-style';
import { letterWords } from '~/i18n/letter-sheet';
import { planWords } from '~/i18n/pages/plan';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { planInWords, planParts } from './plan-in-words.server';
import type { SignedInStaff } from './sessions.server';
import { viewPlan } from './view-plan.server';

/**
 * A customer's own plan as a PDF to print or keep, in the forms that letters have. Easy read, and two languages, are in the words
 * of the letter that we would post.
 */
export const printPlan =
  (deps: Deps) =>
  async (input: { customerId: string; style: LetterStyle }): Promise<Buffer> => {
    const { customerId, style } = input;
    const { print, languages } = style;
    const [language] = languages;
    const plan = await viewPlan(deps)({ customerId });
    if (print === 'easy' || languages.length > 1) {
      const { customer, office } = (await deps.db.read((q) => findCustomerWithOffice(q, customerId)))!;
      const facts = { firstName: calledName(customer), officePhone: officePhone(deps.phoneNumbers, office.phone) };
      const [first, ...more] = planInWords(plan, facts, style);
      const withSheet = (part: typeof first) => ({ ...part, words: letterWords.in(part.language) });
      const title = first.subject;
      const large = print === 'large';
      return deps.letterPress.printSections([withSheet(first), ...more.map(withSheet)], { title, language, large });
    }
    const title = planWords.in(language).title;
    const pages = { parts: planParts(plan, language), large: print === 'large', words: letterWords.in(language) };
    return deps.letterPress.printPages(pages, { title, language });
  };

/**
 * The plan of a customer of the member's office, as they would print it themselves, to hand over; on record.
 * @param styleOf the form, once it is known which language is theirs.
 * @returns null when there is no such customer, or they are another office's.
 */
export const printPlanAsStaff =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    styleOf: (language: LetterStyle['languages'][0]) => LetterStyle;
  }): Promise<Buffer | null> => {
    const { staff, customerId, styleOf } = input;
    const owner = await deps.db.read((q) => findCustomerWithOffice(q, customerId));
    if (owner?.customer.officeId !== staff.officeId) return null;
    await recordRead(deps)({ reader: staff, action: 'plan.printed', subjectKind: 'customer', subjectId: customerId });
    return printPlan(deps)({ customerId, style: styleOf(owner.customer.language) });
  };
