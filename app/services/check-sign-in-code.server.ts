import { timingSafeEqual } from 'node:crypto';
import { countTry, lockNewestCode, useUpCodes } from '@db/queries/sign-in-codes.server';
import type { Deps } from './deps';

/** Source: docs/security.md, sign-in. */
const TRIES = 5;

export type CodeChecked =
  | { ok: true; customerId: string }
  | { ok: false; reason: 'wrong'; triesLeft: number }
  | { ok: false; reason: 'used_up' | 'expired' | 'too_many' };

/**
 * Checks the code that somebody typed in the browser that asked for it. A right code works once and ends all
 * others of that contact; each wrong one costs a try, whether or not anybody has that contact.
 */
export const checkSignInCode =
  (deps: Deps) =>
  async (input: { code: string; browserSecret: string; address: string }): Promise<CodeChecked> => {
    const wait = await deps.rateLimits.use('code_tries_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'too_many' };
    const now = deps.clock.now();
    return deps.db.write(async (q): Promise<CodeChecked> => {
      const asked = await lockNewestCode(q, deps.vault.hashSecret(input.browserSecret));
      if (!asked || now >= asked.expiresAt) return { ok: false, reason: 'expired' };
      if (asked.tries >= TRIES) return { ok: false, reason: 'used_up' };
      const right = isSame(deps.vault.codeHash(input.code, asked.id), asked.codeHash);
      if (right && asked.customerId !== null) {
        await useUpCodes(q, { contactIndex: asked.contactIndex, now });
        return { ok: true, customerId: asked.customerId };
      }
      await countTry(q, asked.id);
      const triesLeft = TRIES - asked.tries - 1;
      return triesLeft > 0 ? { ok: false, reason: 'wrong', triesLeft } : { ok: false, reason: 'used_up' };
    });
  };

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
