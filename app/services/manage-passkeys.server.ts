import type { Queryable } from '@db/client.server';
import { findCustomerAccess } from '@db/queries/customer-access.server';
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
  renamePasskey as renameOne,
  takePasskeyChallenge,
} from '@db/queries/passkeys.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import { MOST_PASSKEYS } from './ask-for-passkey.server';
import type { Deps } from './deps';
import { tellOfAccess } from './tell-of-access.server';

/** What a customer may call a passkey, at the most. */
export const PASSKEY_NAME_LENGTH = 40;

export type PasskeyAdded = { ok: true } | { ok: false; reason: 'wrong' | 'taken' };

/**
 * Keeps a passkey that a customer's browser has made, if it answers what this session was asked within five minutes. On
 * record, and they are told.
 * @param input.answer what the browser says, as JSON.
 * @param input.name what to call it: the device, "Chrome, Android".
 */
export const addPasskey =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    sessionCookie: string;
    answer: string;
    name: string;
    requestId: string;
  }): Promise<PasskeyAdded> => {
    const { customerId, sessionCookie, answer, name, requestId } = input;
    const now = deps.clock.now();
    const browserHash = deps.vault.hashSecret(sessionCookie);
    const challenge = await deps.db.write((q) => takePasskeyChallenge(q, { browserHash, customerId, now }));
    const made = challenge === null ? null : await deps.passkeys.checkCreated(answer, challenge);
    if (!made) return { ok: false, reason: 'wrong' };
    return deps.db.write(async (q): Promise<PasskeyAdded> => {
      if ((await listPasskeys(q, customerId)).length >= MOST_PASSKEYS) return { ok: false, reason: 'taken' };
      const row = { ...made, transports: made.transports.join(','), customerId, name, createdAt: now };
      if (!(await insertPasskey(q, row))) return { ok: false, reason: 'taken' };
      await tellOfAccess(q, deps, { customerId, news: 'passkey_added', requestId });
      await record(q, deps, customerId, 'customer.passkey_added');
      return { ok: true };
    });
  };

/** The customer's own passkey of that id, for a page about it; null when they have none such. */
export const findOwnPasskey =
  (deps: Deps) =>
  async (input: { customerId: string; id: string }): Promise<{ id: string; name: string } | null> => {
    const own = await deps.db.read((q) => listPasskeys(q, input.customerId));
    const found = own.find(({ id }) => id === input.id);
    return found ? { id: found.id, name: found.name } : null;
  };

export type PasskeyRenamed = { ok: true } | { ok: false; reason: 'not_found' | 'empty' | 'too_long' };

/** Gives a customer's passkey another name. */
export const renamePasskey =
  (deps: Deps) =>
  async (input: { customerId: string; id: string; name: string }): Promise<PasskeyRenamed> => {
    const name = input.name.trim().replace(/\s+/g, ' ');
    if (name === '') return { ok: false, reason: 'empty' };
    if ([...name].length > PASSKEY_NAME_LENGTH) return { ok: false, reason: 'too_long' };
    const { customerId, id } = input;
    const renamed = await deps.db.write((q) => renameOne(q, { id, customerId, name }));
    return renamed ? { ok: true } : { ok: false, reason: 'not_found' };
  };

/** Takes a customer's passkey away, on record, and tells them. @returns false when they have none such. */
export const removePasskey =
  (deps: Deps) =>
  async (input: { customerId: string; id: string; requestId: string }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const { customerId, id, requestId } = input;
      if (!(await deletePasskey(q, { id, customerId }))) return false;
      await tellOfAccess(q, deps, { customerId, news: 'passkey_removed', requestId });
      await record(q, deps, customerId, 'customer.passkey_removed');
      return true;
    });

async function record(q: Queryable, deps: Deps, customerId: string, action: `customer.${string}`): Promise<void> {
  const customer = await findCustomerAccess(q, customerId);
  if (!customer) throw new Error('no such customer');
  await appendAudit(q, deps, {
    chain: officeChain(customer.officeId),
    actor: { kind: 'customer', id: customerId },
    action,
    subjectKind: 'customer',
    subjectId: customerId,
  });
}
