import { countTry, findCodeChannel, lockNewestCode, useUpCodes } from '@db/queries/sign-in-codes.server';
import type { SignInWay } from '~/domain/access/role';
import type { Deps } from './deps';
import { isAnyOf } from './is-any-of';
import { openCustomerSession, type Arrival } from './sign-in-customer.server';

/** Source: docs/security.md, sign-in. */
const TRIES = 5;

export type CodeChecked =
  /** `cookie` is the new session's secret. */
  | { ok: true; customerId: string; cookie: string }
  | { ok: false; reason: 'wrong'; triesLeft: number }
  | { ok: false; reason: 'used_up' | 'expired' | 'too_many' };

/**
 * Signs somebody in with the code that they typed, in the browser that asked for it. A right code works once and ends all
 * others of that contact; each wrong one costs a try, whether or not anybody has that contact.
 * @param input.onlyFor the customer who is signed in already and has to show that it is still them; a code that belongs to
 *   somebody else is no better than one that has expired.
 */
export const checkSignInCode =
  (deps: Deps) =>
  async (
    input: Arrival & { code: string; browserSecret: string; address: string; onlyFor?: string },
  ): Promise<CodeChecked> => {
    const wait = await deps.rateLimits.use('code_tries_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'too_many' };
    const now = deps.clock.now();
    return deps.db.write(async (q): Promise<CodeChecked> => {
      const asked = await lockNewestCode(q, deps.vault.hashSecret(input.browserSecret));
      if (!asked || now >= asked.expiresAt) return { ok: false, reason: 'expired' };
      if (input.onlyFor !== undefined && asked.customerId !== input.onlyFor) return { ok: false, reason: 'expired' };
      if (asked.tries >= TRIES) return { ok: false, reason: 'used_up' };
      const right = isAnyOf(asked.codeHash, deps.vault.codeHashes(input.code, asked.id));
      if (right && asked.customerId !== null) {
        await useUpCodes(q, { contactIndex: asked.contactIndex, now });
        const { customerId } = asked;
        const channel = await findCodeChannel(q, asked);
        const way: SignInWay = channel === 'voice' ? 'call' : channel === 'email' ? 'email' : 'text';
        return { ok: true, customerId, cookie: await openCustomerSession(q, deps, { ...input, customerId, way }) };
      }
      await countTry(q, asked.id);
      const triesLeft = TRIES - asked.tries - 1;
      return triesLeft > 0 ? { ok: false, reason: 'wrong', triesLeft } : { ok: false, reason: 'used_up' };
    });
  };
