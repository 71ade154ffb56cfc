import { findCustomerAccess } from '@db/queries/customer-access.server';
import { takeSignInCard } from '@db/queries/sign-in-cards.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { cardHash } from './issue-card.server';
import { openCustomerSession, type Arrival } from './sign-in-customer.server';

export type CardSignIn =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'empty' | 'wrong' }
  | { ok: false; reason: 'too_many'; retryAfterSeconds: number };

/**
 * Signs somebody in with the words of a printed card, once. Words that were never on a card, that were used, taken back or
 * have run out: the answer is the same.
 */
export const signInWithCard =
  (deps: Deps) =>
  async (input: Arrival & { words: string; address: string }): Promise<CardSignIn> => {
    if (input.words.trim() === '') return { ok: false, reason: 'empty' };
    const wait =
      (await deps.rateLimits.use('card_per_address', deps.vault.index(input.address))) ??
      (await deps.rateLimits.use('card_everywhere', 'all'));
    if (wait !== null) return { ok: false, reason: 'too_many', retryAfterSeconds: wait };
    const codeHash = cardHash(deps, input.words);
    if (codeHash === null) return { ok: false, reason: 'wrong' };
    return deps.db.write(async (q): Promise<CardSignIn> => {
      const taken = await takeSignInCard(q, { codeHash, now: deps.clock.now() });
      const customer = taken && (await findCustomerAccess(q, taken.customerId));
      if (!customer) return { ok: false, reason: 'wrong' };
      const cookie = await openCustomerSession(q, deps, { ...input, customerId: customer.id, way: 'card' });
      await appendAudit(q, deps, {
        chain: officeChain(customer.officeId),
        actor: { kind: 'customer', id: customer.id },
        action: 'customer.card_used',
        subjectKind: 'customer',
        subjectId: customer.id,
      });
      return { ok: true, cookie };
    });
  };
