import {
  findFormatLetter,
  findPostalPoint,
  listWaitingFormatLetters,
  setBilingualLetters,
} from '@db/queries/format-letters.server';
import type { Queryable } from '@db/client.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { withdrawLetters } from '@db/queries/letters.server';
import { lockOwnCustomer } from '@db/queries/own-details.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { listAccessNeeds } from '@db/queries/staff-customer.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { letterStyle, type LetterPaper, type LetterStyle } from '~/domain/letter/letter-style';
import { postNewsBy } from '~/domain/letter/post-by';
import { askForPaper, callOffPaper } from './ask-for-paper.server';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { letterAddress } from './queue-letter.server';
import { queueMessage } from './queue-message.server';
import type { SignedInStaff } from './sessions.server';
import { sheetOf } from './write-letter.server';
import { writePaper } from './write-paper.server';

/** What colleagues send from the page of somebody's formats. */
const PAPERS_SENT = ['plan', 'change_of_details'] as const;

interface Of {
  staff: SignedInStaff;
  customerId: string;
}

type Person = NonNullable<Awaited<ReturnType<typeof findCustomerWithOffice>>>;

async function findOfOffice(q: Queryable, { staff, customerId }: Of): Promise<Person | null> {
  const person = await findCustomerWithOffice(q, customerId);
  return person?.customer.officeId === staff.officeId ? person : null;
}

const senderOf = ({ customer, office }: Person) => ({
  ...{ discreet: customer.discreet, officeName: office.name, officeAddress: office.address },
  ...{ officePostcode: office.postcode, zone: office.timeZone },
});

/** For a preview to somebody without an address: three lines are the fewest that can be set. */
const NO_ADDRESS = '–\n–';

/**
 * A letter as it would be printed for a customer, in a form and language of the colleague's choice; on record. Sends nothing.
 * @returns null when they are not of the office, or there is nothing to write about.
 */
export const previewLetter =
  (deps: Deps) =>
  async (input: Of & { paper: LetterPaper; style: LetterStyle }): Promise<Buffer | null> => {
    const { staff, customerId, paper, style } = input;
    const sheet = await deps.db.read(async (q) => {
      const person = await findOfOffice(q, input);
      const written = person && (await writePaper(q, deps, person, { paper, style }));
      if (!person || !written) return null;
      const point = await findPostalPoint(q, customerId);
      const named = `${person.customer.firstName} ${person.customer.lastName}`;
      const recipient = point ? letterAddress(deps, person.customer, point) : `${named}\n${NO_ADDRESS}`;
      const words = { recipient, subject: written.subject, body: written.body, language: style.languages[0] };
      const fits = deps.letterPress.canPrint({ ...words, sender: '' });
      const shown = fits ? words : { ...words, recipient: `${named}\n${NO_ADDRESS}` };
      return sheetOf({ ...shown, at: deps.clock.now(), large: style.print === 'large' }, senderOf(person));
    });
    if (!sheet) return null;
    await recordRead(deps)({
      reader: staff,
      action: 'letter.previewed',
      subjectKind: 'customer',
      subjectId: customerId,
      detail: `${paper} ${style.print} ${style.languages.join('+')}`,
    });
    return deps.letterPress.print([sheet], { title: sheet.subject, language: sheet.language });
  };

export type SendLetterResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'not_found' | 'safety' | 'no_address' | 'discreet' | 'nothing' };

/**
 * Puts a customer's plan, or a letter about changed details, among what is to be printed and posted, in the form that they read.
 * The same one twice is one as long as it waits. Braille and audio are asked for as well. On record.
 */
export const sendFormatLetter =
  (deps: Deps) =>
  async (input: Of & { paper: (typeof PAPERS_SENT)[number]; requestId: string | null }): Promise<SendLetterResult> =>
    deps.db.write(async (q) => {
      const { customerId, paper, requestId } = input;
      if (!(await findOfOffice(q, input))) return { ok: false, reason: 'not_found' };
      await lockOwnCustomer(q, customerId);
      const person = (await findOfOffice(q, input))!;
      const { customer } = person;
      if (customer.noMessages) return { ok: false, reason: 'safety' };
      if (customer.discreet && paper === 'plan') return { ok: false, reason: 'discreet' };
      const needs = (await listAccessNeeds(q, customerId)).map(({ need }) => need);
      const style = letterStyle(needs, customer);
      const written = await writePaper(q, deps, person, { paper, style });
      if (!written) return { ok: false, reason: 'nothing' };
      const point = await findPostalPoint(q, customerId);
      if (!point) return { ok: false, reason: 'no_address' };
      const { subject, body } = written;
      const recipient = letterAddress(deps, customer, point);
      if (!deps.letterPress.canPrint({ recipient, sender: '', subject, body }))
        return { ok: false, reason: 'no_address' };
      const waiting = await listWaitingFormatLetters(q, customerId);
      if (waiting.some((one) => one.subject !== null && deps.vault.open(one.subject) === subject))
        return { ok: true, changed: false };
      const language = style.languages[0];
      const sendBy = postNewsBy(deps.clock.now(), await getWorkingTime(q, customer.officeId));
      const id = await queueMessage(q, deps, {
        ...{ purpose: 'notice', channel: 'letter', recipient, recipientIndex: point.valueIndex, subject, body },
        ...{ customerId, language, sendBy, requestId },
      });
      const by = { kind: 'staff' as const, id: input.staff.id };
      await askForPaper(q, deps, { customer, needs, paper, meeting: null, key: id, by });
      await onRecord(q, deps, input, 'letter.asked', paper);
      return { ok: true, changed: true };
    });

export type TakeBackResult = { ok: true } | { ok: false; reason: 'not_found' | 'gone' };

/** Takes such a letter back that nobody has posted yet; what was asked for with it is called off. Twice is once. On record. */
export const takeLetterBack =
  (deps: Deps) =>
  async (input: Of & { messageId: string }): Promise<TakeBackResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, messageId: id } = input;
      const found = await findFormatLetter(q, { id, customerId, officeId: staff.officeId });
      if (!found) return { ok: false, reason: 'not_found' };
      if (found.status === 'cancelled') return { ok: true };
      const ended = { ids: [id], status: 'cancelled' as const, reason: 'taken_back', now: deps.clock.now() };
      const gone = [...(await endPlannedMessages(q, ended)), ...(await withdrawLetters(q, ended))];
      if (gone.length === 0) return { ok: false, reason: 'gone' };
      const about = { key: id, papers: PAPERS_SENT, officeId: staff.officeId };
      await callOffPaper(q, deps, { ...about, by: { kind: 'staff', id: staff.id } });
      await onRecord(q, deps, input, 'letter.taken_back', '');
      return { ok: true };
    });

/** Letters are written in both languages from now on, or in one. Twice is once. On record. @returns false when not of the office. */
export const setBilingual =
  (deps: Deps) =>
  async (input: Of & { on: boolean }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const person = await findOfOffice(q, input);
      if (!person) return false;
      const { customerId, on } = input;
      if (person.customer.bilingualLetters === on) return true;
      await setBilingualLetters(q, { customerId, on, now: deps.clock.now() });
      await onRecord(q, deps, input, 'customer.letters_changed', on ? 'both' : 'one');
      return true;
    });

async function onRecord(
  q: Queryable,
  deps: Deps,
  { staff, customerId }: Of,
  action: AuditAction,
  detail: string,
): Promise<void> {
  await appendAudit(q, deps, {
    chain: officeChain(staff.officeId),
    actor: { kind: 'staff', id: staff.id },
    ...{ action, subjectKind: 'customer', subjectId: customerId, detail },
  });
}
