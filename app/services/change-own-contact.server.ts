import type { Queryable } from '@db/client.server';
import {
  cancelOpenChanges,
  countChangeTry,
  findContactChange,
  insertContactChange,
  lockContactChange,
  updateContactChange,
  type ContactChangeRow,
} from '@db/queries/contact-changes.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listOwnContacts, lockOwnCustomer } from '@db/queries/own-details.server';
import { listSharedValues } from '@db/queries/reach.server';
import { CHANGE_CODE, changeState, MOST_OF_A_KIND } from '~/domain/contact/contact-change';
import type { ContactKind } from '~/domain/contact/contact-point';
import type { Language } from '~/domain/language';
import { signInCodeText } from '~/i18n/messages';
import { applyContactChange } from './apply-contact-change.server';
import type { Deps } from './deps';
import { indexInUse } from './index-in-use.server';
import { isAnyOf } from './is-any-of';
import type { ContactThing } from './own-contacts.server';
import { queueMessage } from './queue-message.server';
import { readNewContact, type ContactFault, type TypedContact } from './read-new-contact.server';

export type ChangeBegun =
  | { ok: true; changeId: string; next: 'code' | 'done' }
  | { ok: false; reason: ContactFault | 'not_found' | 'same' | 'enough' | 'by_adviser' | 'too_many' };

interface Who {
  customerId: string;
  /** The visitor's network address, for rate limits only. */
  address: string;
  language: Language;
  requestId: string;
  /** True where a colleague does it for somebody who has proved to them who they are. */
  helped?: boolean;
}

/**
 * Begins to put a number or address on record, or one in the place of another (`replacesId`). A mobile or email address
 * is sent a code first; a landline, which cannot get one, and a postal address count at once. So does everything that a
 * colleague puts in for somebody: nobody is asked to say a code aloud. Whatever was begun before and not finished ends.
 */
export const beginContactChange =
  (deps: Deps) =>
  async (
    input: Who & { thing: ContactThing; typed: TypedContact; replacesId: string | null },
  ): Promise<ChangeBegun> => {
    const { customerId, replacesId } = input;
    const read = readNewContact(deps, input.thing, input.typed);
    if (!read.ok) return read;
    const { contact } = read;
    const valueIndex = await deps.db.read((q) => indexInUse(q, deps, contact.value));
    const helped = input.helped === true;
    const wish = { customerId, kind: contact.kind, valueIndex, replacesId, helped };
    const fault = await deps.db.read((q) => whyNot(q, wish));
    if (fault) return { ok: false, reason: fault };
    const byCode = !helped && (contact.kind === 'mobile' || contact.kind === 'email');
    if (await passedLimit(deps, input, byCode ? valueIndex : null)) return { ok: false, reason: 'too_many' };

    return deps.db.write(async (q): Promise<ChangeBegun> => {
      await lockOwnCustomer(q, customerId);
      // Looked at once more under the lock: two forms sent at once, or a colleague's word for their safety, come between.
      const again = await whyNot(q, wish);
      if (again) return { ok: false, reason: again };
      const old = (await listOwnContacts(q, customerId)).find(({ id }) => id === replacesId);
      if (replacesId && !old) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      await cancelOpenChanges(q, customerId, now);
      const id = deps.newId();
      const change = {
        ...{ id, customerId, kind: contact.kind, value: deps.vault.seal(contact.value), valueIndex },
        ...{ replacesId, replacedIndex: old?.valueIndex ?? null, createdAt: now },
        expiresAt: byCode ? now + CHANGE_CODE.lifetime : now,
      };
      await insertContactChange(q, change);
      const row = await lockContactChange(q, { id, customerId });
      if (byCode) await sendCode(q, deps, row!, input);
      else await applyContactChange(q, deps, row!, input.requestId);
      return { ok: true, changeId: id, next: byCode ? 'code' : 'done' };
    });
  };

/** Sends another code for a change that waits; the one before is worth nothing then. */
export const sendChangeCodeAgain =
  (deps: Deps) =>
  async (input: Who & { changeId: string }): Promise<{ ok: boolean; reason?: 'not_found' | 'too_many' }> => {
    const { customerId, changeId: id } = input;
    const known = await deps.db.read((q) => findContactChange(q, { id, customerId }));
    if (!known || known.confirmedAt !== null || known.cancelledAt !== null) return { ok: false, reason: 'not_found' };
    if (await passedLimit(deps, input, known.valueIndex)) return { ok: false, reason: 'too_many' };
    return deps.db.write(async (q) => {
      const change = await lockContactChange(q, { id, customerId });
      if (!change || change.confirmedAt !== null || change.cancelledAt !== null)
        return { ok: false, reason: 'not_found' };
      await sendCode(q, deps, change, input);
      return { ok: true };
    });
  };

export type ChangeConfirmed =
  | { ok: true; /** Another customer has it as well: it gets nothing personal. */ shared: boolean }
  | { ok: false; reason: 'not_found' | 'used_up' | 'expired' | 'too_many' }
  | { ok: false; reason: 'wrong'; triesLeft: number };

/** Takes the code that came to the new number or address: then it counts. The same again, once it does, changes nothing. */
export const confirmContactChange =
  (deps: Deps) =>
  async (input: Who & { changeId: string; code: string }): Promise<ChangeConfirmed> => {
    const { customerId, changeId: id, code, requestId } = input;
    const wait = await deps.rateLimits.use('code_tries_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'too_many' };
    return deps.db.write(async (q): Promise<ChangeConfirmed> => {
      await lockOwnCustomer(q, customerId);
      const change = await lockContactChange(q, { id, customerId });
      if (!change) return { ok: false, reason: 'not_found' };
      const isShared = async () => (await listSharedValues(q, [change.valueIndex])).length > 0;
      const state = changeState(change, deps.clock.now());
      if (state === 'confirmed') return { ok: true, shared: await isShared() };
      if (state === 'cancelled') return { ok: false, reason: 'not_found' };
      if (state !== 'waiting') return { ok: false, reason: state };
      if (change.codeHash !== null && isAnyOf(change.codeHash, deps.vault.codeHashes(code, id))) {
        await applyContactChange(q, deps, change, requestId);
        return { ok: true, shared: await isShared() };
      }
      await countChangeTry(q, id);
      const triesLeft = CHANGE_CODE.tries - change.tries - 1;
      return triesLeft > 0 ? { ok: false, reason: 'wrong', triesLeft } : { ok: false, reason: 'used_up' };
    });
  };

/** Ends a change that waits for its code. One that is over is left alone. */
export const cancelContactChange =
  (deps: Deps) =>
  async (input: { customerId: string; changeId: string }): Promise<'done' | 'not_found'> =>
    deps.db.write(async (q) => {
      const change = await lockContactChange(q, { id: input.changeId, customerId: input.customerId });
      if (!change) return 'not_found';
      if (change.confirmedAt === null && change.cancelledAt === null)
        await updateContactChange(q, change.id, { cancelledAt: deps.clock.now(), codeHash: null });
      return 'done';
    });

/** Takes a number or address away. */
export const removeOwnContact =
  (deps: Deps) =>
  async (input: { customerId: string; contactPointId: string; requestId: string }): Promise<'done' | 'not_found'> =>
    deps.db.write(async (q) => {
      const { customerId, contactPointId, requestId } = input;
      await lockOwnCustomer(q, customerId);
      const old = (await listOwnContacts(q, customerId)).find(({ id }) => id === contactPointId);
      if (!old) return 'not_found';
      const now = deps.clock.now();
      const { kind, value, valueIndex } = old;
      const id = deps.newId();
      const about = { customerId, kind, value, valueIndex, replacesId: old.id, replacedIndex: valueIndex };
      await insertContactChange(q, { id, ...about, createdAt: now, expiresAt: now });
      const change = await lockContactChange(q, { id, customerId });
      await applyContactChange(q, deps, change!, requestId);
      return 'done';
    });

async function whyNot(
  q: Queryable,
  wish: { customerId: string; kind: ContactKind; valueIndex: string; replacesId: string | null; helped: boolean },
) {
  const person = await findCustomerWithOffice(q, wish.customerId);
  const points = await listOwnContacts(q, wish.customerId);
  if (wish.replacesId && !points.some(({ id }) => id === wish.replacesId)) return 'not_found';
  // For their safety nothing is sent to them, no code either: their adviser does it with them.
  if (!person || (person.customer.noMessages && !wish.helped)) return 'by_adviser';
  const alike = points.filter(({ kind }) => kind === wish.kind);
  if (alike.some(({ valueIndex }) => valueIndex === wish.valueIndex)) return 'same';
  return !wish.replacesId && alike.length >= MOST_OF_A_KIND ? 'enough' : null;
}

/** @param codeTo the index of what a code goes to; null when none is sent. */
async function passedLimit(deps: Deps, { customerId, address }: Who, codeTo: string | null): Promise<boolean> {
  const { rateLimits, vault } = deps;
  if ((await rateLimits.use('contact_changes_per_customer', customerId)) !== null) return true;
  if (codeTo === null) return false;
  if ((await rateLimits.use('codes_per_address', vault.index(address))) !== null) return true;
  return (await rateLimits.use('codes_per_contact', codeTo)) !== null;
}

async function sendCode(q: Queryable, deps: Deps, change: ContactChangeRow, { language, requestId }: Who) {
  const now = deps.clock.now();
  const code = deps.vault.newCode();
  const expiresAt = now + CHANGE_CODE.lifetime;
  await updateContactChange(q, change.id, { codeHash: deps.vault.codeHash(code, change.id), tries: 0, expiresAt });
  const channel = change.kind === 'email' ? 'email' : 'sms';
  await queueMessage(q, deps, {
    ...{ purpose: 'sign_in_code', channel, recipient: deps.vault.open(change.value) },
    ...signInCodeText({ channel, language, code }),
    // It is nobody's number yet, and one that a family shares must be able to prove itself.
    ...{ customerId: null, language, sendBy: expiresAt, requestId },
  });
}
