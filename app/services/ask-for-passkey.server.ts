import { findCustomerAccess } from '@db/queries/customer-access.server';
import { listPasskeys, putPasskeyChallenge } from '@db/queries/passkeys.server';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';

/** How long a browser has to answer (ms). */
const CHALLENGE_LIFETIME = 5 * MINUTE;
/** More passkeys than anybody has devices. */
export const MOST_PASSKEYS = 10;

export type PasskeyAsked = { ok: true; options: object } | { ok: false; reason: 'too_many' };

/**
 * What a browser has to sign so that somebody signs in with a passkey: kept for this browser alone, to be used once.
 * @param input.browserSecret kept by the browser that asks.
 */
export const askForPasskey =
  (deps: Deps) =>
  async (input: { browserSecret: string; address: string }): Promise<PasskeyAsked> => {
    const wait = await deps.rateLimits.use('passkey_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'too_many' };
    return ask(deps, null, input.browserSecret, await deps.passkeys.askToSign());
  };

/**
 * The same to make a passkey for a customer who is signed in.
 * @param input.sessionCookie the session is the browser here: it is another one after each sign-in.
 */
export const askForNewPasskey =
  (deps: Deps) =>
  async (input: { customerId: string; sessionCookie: string }): Promise<PasskeyAsked> => {
    const { customerId } = input;
    const [customer, known] = await deps.db.read(async (q) => [
      await findCustomerAccess(q, customerId),
      await listPasskeys(q, customerId),
    ]);
    if (!customer) throw new Error('no such customer');
    if (known.length >= MOST_PASSKEYS) return { ok: false, reason: 'too_many' };
    const question = await deps.passkeys.askToCreate(
      { id: customerId, name: customer.knownAs ?? customer.firstName },
      known.map(({ id, transports }) => ({ id, transports: transports.split(',').filter(Boolean) })),
    );
    return ask(deps, customerId, input.sessionCookie, question);
  };

async function ask(
  deps: Deps,
  customerId: string | null,
  browserSecret: string,
  { challenge, options }: { challenge: string; options: object },
): Promise<PasskeyAsked> {
  const expiresAt = deps.clock.now() + CHALLENGE_LIFETIME;
  const browserHash = deps.vault.hashSecret(browserSecret);
  await deps.db.write((q) => putPasskeyChallenge(q, { browserHash, challenge, customerId, expiresAt }));
  return { ok: true, options };
}
