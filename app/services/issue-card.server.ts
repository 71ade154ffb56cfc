import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { insertSignInCard, listOpenCards, revokeSignInCards } from '@db/queries/sign-in-cards.server';
import { CARD_WORD_COUNT, readCardWords, wordsFor } from '~/domain/access/card-words';
import { officeChain } from '~/domain/audit/audit-entry';
import { DAY } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import type { SignedInStaff } from './sessions.server';

/** How long the words on a card can be used (ms). Source: docs/security.md, sign-in. */
const CARD_LIFETIME = DAY;

/** A card as it is printed, once: the words are kept nowhere. */
export interface PrintedCard {
  words: string[];
  language: Language;
  expiresAt: number;
  zone: string;
  /** Where the words are typed. */
  address: string;
  phone: string;
}

export interface CardDesk {
  customer: { id: string; firstName: string; lastName: string };
  /** The card that would still work, if there is one. */
  open: { createdAt: number; expiresAt: number; by: { firstName: string; lastName: string } } | null;
  zone: string;
}

/** What staff see before they make a card for a customer of their office; null when there is no such customer. On record. */
export const viewCardDesk =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }): Promise<CardDesk | null> => {
    const now = deps.clock.now();
    const [found, cards] = await deps.db.read(async (q) => [
      await findCustomerWithOffice(q, customerId),
      await listOpenCards(q, { customerId, now }),
    ]);
    if (found?.office.id !== staff.officeId) return null;
    await recordRead(deps)({
      ...{ reader: staff, action: 'customer.card_read', subjectKind: 'customer', subjectId: customerId },
    });
    const { id, firstName, lastName } = found.customer;
    const [card] = cards;
    const open = card && {
      ...{ createdAt: card.createdAt, expiresAt: card.expiresAt },
      by: { firstName: card.firstName, lastName: card.lastName },
    };
    return { customer: { id, firstName, lastName }, open: open ?? null, zone: found.office.timeZone };
  };

/**
 * Makes a card with words that sign a customer of the member's office in, once, within a day. One that was made before
 * stops working: a customer has one at a time. On record.
 * @returns null when there is no such customer.
 */
export const issueCard =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }): Promise<PrintedCard | null> => {
    const now = deps.clock.now();
    return deps.db.write(async (q) => {
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId }))) return null;
      const found = await findCustomerWithOffice(q, customerId);
      if (!found) return null;
      const { customer, office } = found;
      const words = deps.vault.newWords(wordsFor(customer.language), CARD_WORD_COUNT);
      await revokeSignInCards(q, { customerId, now });
      await insertSignInCard(q, {
        id: deps.newId(),
        customerId,
        codeHash: cardHashes(deps, words.join(' '))![0]!,
        createdAt: now,
        createdBy: staff.id,
        expiresAt: now + CARD_LIFETIME,
      });
      await appendAudit(q, deps, fact(staff, customerId, 'customer.card_issued'));
      return {
        ...{ words, language: customer.language, expiresAt: now + CARD_LIFETIME, zone: office.timeZone },
        address: `${deps.publicUrl}/sign-in/card`,
        phone: officePhone(deps.phoneNumbers, office.phone),
      };
    });
  };

/** Takes back the card that a customer of the member's office has. Twice is once. @returns false when there is no such customer. */
export const revokeCard =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }): Promise<boolean> =>
    deps.db.write(async (q) => {
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId }))) return false;
      const revoked = await revokeSignInCards(q, { customerId, now: deps.clock.now() });
      if (revoked > 0) await appendAudit(q, deps, fact(staff, customerId, 'customer.card_revoked'));
      return true;
    });

/**
 * The keyed hashes under which words of a card may be kept, however they were typed, the one for new cards first; null when
 * they cannot be a card's.
 */
export function cardHashes(deps: Pick<Deps, 'vault'>, typed: string): string[] | null {
  const words = readCardWords(typed);
  return words ? deps.vault.codeHashes(words, 'sign-in card') : null;
}

const fact = (staff: SignedInStaff, customerId: string, action: 'customer.card_issued' | 'customer.card_revoked') => ({
  chain: officeChain(staff.officeId),
  actor: { kind: 'staff' as const, id: staff.id },
  action,
  subjectKind: 'customer',
  subjectId: customerId,
});
