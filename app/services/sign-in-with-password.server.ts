import { listPasswordHolders } from '@db/queries/customer-access.server';
import type { Deps } from './deps';
import { indexInUse } from './index-in-use.server';
import { readContact } from './read-contact';
import { openCustomerSession, type Arrival } from './sign-in-customer.server';

/** People who share a number each have a password of their own. More than these nobody shares it with. */
const MOST_SHARING = 4;

export type PasswordSignIn =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'busy' | 'too_many'; retryAfterSeconds: number };

/**
 * Signs a customer in with a number or email address on record and the password that they have set. Whether nobody has that
 * contact, nobody has a password, or it is another one: the answer is the same, and so is the time it takes, give or take
 * what the route hides (`inEvenTime`). An address that has to wait uses up nobody's tries.
 */
export const signInWithPassword =
  (deps: Deps) =>
  async (input: Arrival & { contact: string; password: string; address: string }): Promise<PasswordSignIn> => {
    const typed = readContact(deps, input.contact);
    const asked = 'value' in typed ? typed.value : input.contact;
    const valueIndex = await deps.db.read((q) => indexInUse(q, deps, asked));
    const wait =
      (await deps.rateLimits.use('password_per_address', deps.vault.index(input.address))) ??
      (await deps.rateLimits.use('password_per_contact', valueIndex));
    if (wait !== null) return { ok: false, reason: 'too_many', retryAfterSeconds: wait };

    const kinds = 'kind' in typed ? [typed.kind] : [];
    const found = kinds.length > 0 ? await deps.db.read((q) => listPasswordHolders(q, { valueIndex, kinds })) : [];
    const holders = found.slice(0, MOST_SHARING);
    const right: string[] = [];
    for (const { customerId, passwordHash } of holders.length > 0 ? holders : [NOBODY]) {
      const checked = await deps.passwords.verify(passwordHash, input.password);
      if (checked === 'busy') return { ok: false, reason: 'busy', retryAfterSeconds: 5 };
      if (checked === 'right' && customerId !== null) right.push(customerId);
    }
    // Two who share a number and a password as well cannot be told apart, so neither is let into the other's pages.
    const [customerId, another] = right;
    if (customerId === undefined || another !== undefined) return { ok: false, reason: 'wrong' };
    const cookie = await deps.db.write((q) => openCustomerSession(q, deps, { ...input, customerId, way: 'password' }));
    return { ok: true, cookie };
  };

const NOBODY = { customerId: null, passwordHash: null };
