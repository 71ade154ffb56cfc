import type { Queryable } from '@db/client.server';
import { findNextMeeting, listConfirmedChanges } from '@db/queries/format-letters.server';
import type { findCustomerWithOffice } from '@db/queries/home.server';
import { meetingPlace } from '~/domain/appointment/meeting-place';
import { DAY } from '~/domain/clock';
import { hintOf } from '~/domain/contact/hint-of';
import { calledName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { joinParts, type LetterPart } from '~/domain/letter/letter-parts';
import type { LetterPaper, LetterStyle } from '~/domain/letter/letter-style';
import { reminderText } from '~/i18n/messages';
import type { ChangedDetail } from '~/i18n/messages/en-papers';
import { changeLetterText } from '~/i18n/messages/paper-text';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { planInWords } from './plan-in-words.server';
import { viewPlan } from './view-plan.server';

/** What changed longer ago is no news in a letter (ms). */
const CHANGES_FOR = 30 * DAY;

type Person = NonNullable<Awaited<ReturnType<typeof findCustomerWithOffice>>>;

export interface WrittenPaper {
  subject: string;
  body: string;
  /** The meeting that it is about; null for the others. */
  meeting: { id: string; startsAt: number; officeId: string; adviserId: string } | null;
}

/**
 * Writes a letter that we make ourselves, in a form and in one language or two. Touches nothing.
 * @returns null when there is nothing to write about: no meeting to come, nothing that has changed lately.
 */
export async function writePaper(
  q: Queryable,
  deps: Deps,
  { customer, office }: Person,
  { paper, style }: { paper: LetterPaper; style: LetterStyle },
): Promise<WrittenPaper | null> {
  const easy = style.print === 'easy';
  const facts = { firstName: calledName(customer), officePhone: officePhone(deps.phoneNumbers, office.phone) };
  const [first, ...more] = style.languages;
  const joined = (write: (language: Language) => LetterPart) => joinParts([write(first), ...more.map(write)]);
  if (paper === 'plan') {
    const plan = await viewPlan(deps)({ customerId: customer.id });
    return { ...joinParts(planInWords(plan, facts, style)), meeting: null };
  }
  if (paper === 'change_of_details') {
    const details = await changedDetails(q, deps, customer.id);
    if (details.length === 0) return null;
    const about = { easy, facts, discreet: customer.discreet, details };
    return { ...joined((language) => changeLetterText({ ...about, language })), meeting: null };
  }
  const found = await findNextMeeting(q, { customerId: customer.id, now: deps.clock.now() });
  if (!found) return null;
  const { appointment } = found;
  const somewhere = meetingPlace(appointment, found.office);
  const { startsAt, mode, bring, purpose } = appointment;
  const about = {
    ...{ startsAt, mode, bring, purpose, zone: found.office.timeZone, now: deps.clock.now(), replaces: false },
    ...{ firstName: facts.firstName, adviserFirstName: found.adviserFirstName, officePhone: found.office.phone },
    ...{ place: somewhere?.name ?? '', address: somewhere?.address ?? '' },
    link: `${deps.publicUrl}/a/${deps.vault.linkToken(appointment.id, appointment.version)}`,
  };
  const { discreet } = customer;
  const words = joined((language) => {
    const text = reminderText({ rule: 'booked', channel: 'letter', language, discreet, easy, facts: about });
    return { language, subject: text.subject ?? '', body: text.body };
  });
  return { ...words, meeting: appointment };
}

async function changedDetails(q: Queryable, deps: Deps, customerId: string): Promise<ChangedDetail[]> {
  const since = deps.clock.now() - CHANGES_FOR;
  const rows = await listConfirmedChanges(q, { customerId, since });
  return rows.map(({ kind, value, valueIndex, replacesId, replacedIndex }) => {
    const removed = replacedIndex === valueIndex;
    const channel = { mobile: 'sms', landline: 'voice', email: 'email', post: 'letter' } as const;
    const hint = hintOf(channel[kind], deps.vault.open(value));
    const shown = hint.kind === 'number' ? hint.ending : hint.kind === 'email' ? hint.beginning : '';
    return { kind, what: removed ? 'removed' : replacesId === null ? 'added' : 'changed', hint: removed ? '' : shown };
  });
}
