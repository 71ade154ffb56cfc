import { lockPasskey, notePasskeyUse, takePasskeyChallenge } from '@db/queries/passkeys.server';
import type { Deps } from './deps';
import { openCustomerSession, type Arrival } from './sign-in-customer.server';

export type PasskeySignIn =
  { ok: true; cookie: string } | { ok: false; reason: 'wrong' } | { ok: false; reason: 'too_many' };

/**
 * Signs somebody in with a passkey that has signed what this browser was asked within five minutes; each question counts
 * once. A passkey that nobody knows, a wrong signature and a count that has not gone on are answered alike.
 * @param input.answer what the browser says, as JSON.
 */
export const signInWithPasskey =
  (deps: Deps) =>
  async (input: Arrival & { answer: string; browserSecret: string; address: string }): Promise<PasskeySignIn> => {
    const wait = await deps.rateLimits.use('passkey_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'too_many' };
    const now = deps.clock.now();
    const browserHash = deps.vault.hashSecret(input.browserSecret);
    const challenge = await deps.db.write((q) => takePasskeyChallenge(q, { browserHash, customerId: null, now }));
    const id = deps.passkeys.idIn(input.answer);
    if (challenge === null || id === null) return { ok: false, reason: 'wrong' };
    // In one transaction, so that of two uses of a copied passkey at the same moment the second sees the first's count.
    return deps.db.write(async (q): Promise<PasskeySignIn> => {
      const passkey = await lockPasskey(q, id);
      const stored = passkey && { ...passkey, transports: passkey.transports.split(',').filter(Boolean) };
      const signed = stored && (await deps.passkeys.checkSigned(input.answer, challenge, stored));
      if (!passkey || !signed) return { ok: false, reason: 'wrong' };
      await notePasskeyUse(q, { id, counter: signed.counter, now });
      const { customerId } = passkey;
      return { ok: true, cookie: await openCustomerSession(q, deps, { ...input, customerId, way: 'passkey' }) };
    });
  };
