import { findCustomerWithOffice } from '@db/queries/home.server';
import { findSessionStart, listOwnContacts } from '@db/queries/own-details.server';
import { listSharedValues } from '@db/queries/reach.server';
import type { Queryable } from '@db/client.server';
import { isFreshSignIn } from '~/domain/access/fresh-sign-in';
import { hintOf } from '~/domain/contact/hint-of';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';
import { sendSignInCode, type CodeRequest } from './send-sign-in-code.server';

/** True while the person behind a session has proved lately enough who they are to change how they are reached. */
export const isLatelyProved =
  (deps: Deps) =>
  async (input: { customerId: string; cookie: string; use: 'open' | 'send' }): Promise<boolean> => {
    const key = { customerId: input.customerId, idHash: deps.vault.sessionHash(input.cookie) };
    const signedInAt = await deps.db.read((q) => findSessionStart(q, key));
    return signedInAt !== null && isFreshSignIn(signedInAt, input.use, deps.clock.now());
  };

/** Where a code can go that shows that it is still them: their own verified mobiles and email addresses, as hints. */
export const listWaysToProve =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }) =>
    deps.db.read(async (q) =>
      (await usableContacts(q, customerId)).map(({ id, kind, value }) => ({
        id,
        hint: hintOf(kind === 'email' ? 'email' : 'sms', deps.vault.open(value)),
      })),
    );

/** Sends a code to one of them, by the rules and limits of signing in. */
export const sendProofCode =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    contactPointId: string;
    browserSecret: string;
    address: string;
    language: Language;
    requestId: string;
  }): Promise<CodeRequest | { ok: false; reason: 'not_found' }> => {
    const { customerId, contactPointId, ...request } = input;
    const ways = await deps.db.read((q) => usableContacts(q, customerId));
    const way = ways.find(({ id }) => id === contactPointId);
    if (!way) return { ok: false, reason: 'not_found' };
    return sendSignInCode(deps)({ ...request, contact: deps.vault.open(way.value) });
  };

async function usableContacts(q: Queryable, customerId: string) {
  const person = await findCustomerWithOffice(q, customerId);
  if (!person || person.customer.noMessages) return [];
  const points = (await listOwnContacts(q, customerId)).filter(
    ({ kind, verifiedAt, health }) =>
      (kind === 'mobile' || kind === 'email') && verifiedAt !== null && health !== 'dead',
  );
  const shared = new Set(
    await listSharedValues(
      q,
      points.map(({ valueIndex }) => valueIndex),
    ),
  );
  return points.filter(({ valueIndex }) => !shared.has(valueIndex));
}
