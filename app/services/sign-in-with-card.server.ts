import { findCustomerAccess } from '@db/queries/customer-access.server';
import { takeSignInCard } from '@db/queries/sign-in-cards.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { cardHashes } from './issue-card.server';
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
    const tooMany = (wait: number) => ({ ok: false, reason: 'too_many', retryAfterSeconds: wait }) as const;
    const wait = await deps.rateLimits.use('card_per_address', deps.vault.index(input.address));
    if (wait !== null) return tooMany(wait);
    const codeHashes = cardHashes(deps, input.words);
    // What cannot be a card is no guess: it must not use up what everybody shares.
    if (codeHashes === null) return { ok: false, reason: 'wrong' };
    const everywhere = await deps.rateLimits.use('card_everywhere', 'all');
    if (everywhere !== null) return tooMany(everywhere);
    return deps.db.write(async (q): Promise<CardSignIn> => {
      const taken = await takeSignInCard(q, { codeHashes, now: deps.clock.now() });
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
