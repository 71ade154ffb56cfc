import type { Queryable } from '@db/client.server';
import { openCall } from '@db/queries/call-list.server';
import { insertOffer, type FreedSlotRow } from '@db/queries/freed-slots.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { insertMessage } from '@db/queries/messages.server';
import { OFFER_RULES, type WayToAsk } from '~/domain/appointment/freed-time';
import { HOUR } from '~/domain/clock';
import { calledName } from '~/domain/contact/person-name';
import { offerText } from '~/i18n/messages/offer';
import type { Deps } from './deps';
import { offerCause } from './note-freed-times.server';
import { tellCustomer } from './tell-customer.server';

/** A text that comes later than this leaves no time to answer it. */
const OF_USE = HOUR;

/** A freed time, and whom one would meet. */
export type OfferedSlot = FreedSlotRow & { adviserFirstName: string };

/** Somebody who is to be asked. */
export interface PersonAsked {
  customerId: string;
  appointmentId: string;
  /** When they meet as it stands (ms). */
  startsAt: number;
  way: WayToAsk | null;
}

/**
 * Offers a freed time to one person, in the caller's transaction: the offer with its text or email, or with a call to make.
 * @returns false where they cannot be asked after all.
 */
export async function makeOffer(q: Queryable, deps: Deps, slot: OfferedSlot, person: PersonAsked): Promise<boolean> {
  const now = deps.clock.now();
  const { customerId, appointmentId, startsAt: ownStartsAt, way } = person;
  const heldUntil = now + OFFER_RULES.hold;
  const id = deps.newId();
  const token = deps.vault.offerToken(id);
  const { adviserFirstName } = slot;
  const facts = {
    adviserFirstName,
    startsAt: slot.startsAt,
    ownStartsAt,
    heldUntil,
    link: `${deps.publicUrl}/o/${token}`,
  };
  const offer = {
    id,
    slotId: slot.id,
    customerId,
    appointmentId,
    status: 'offered' as const,
    offeredAt: now,
    heldUntil,
  };
  const messageId = deps.newId();
  if (way === 'phone') {
    await insertOffer(q, { ...offer, answeredAt: null, tokenHash: null, messageId });
    await askByPhone(q, deps, { ...offer, messageId, ownerId: slot.adviserId }, facts);
    return true;
  }
  const told = await tellCustomer(q, deps, {
    ...{ id: messageId, customerId, appointmentId, purpose: 'offer', sendBy: now + OF_USE, requestId: null },
    write: ({ customer, office, channel }) =>
      offerText({
        ...{ channel, language: customer.language, discreet: customer.discreet },
        facts: { ...facts, firstName: calledName(customer), zone: office.timeZone },
      }),
  });
  if (!told) return false;
  await insertOffer(q, { ...offer, answeredAt: null, tokenHash: deps.vault.hashSecret(token), messageId });
  return true;
}

/** Puts a call on the list, with what to say. */
async function askByPhone(
  q: Queryable,
  deps: Deps,
  call: {
    id: string;
    customerId: string;
    appointmentId: string;
    messageId: string;
    ownerId: string;
    heldUntil: number;
  },
  facts: { adviserFirstName: string; startsAt: number; ownStartsAt: number; heldUntil: number; link: string },
): Promise<void> {
  const now = deps.clock.now();
  const { id, customerId, appointmentId, messageId, ownerId, heldUntil } = call;
  const person = await findCustomerWithOffice(q, customerId);
  if (!person) throw new Error('no such customer');
  const { customer, office } = person;
  const { body } = offerText({
    ...{ channel: 'call_list', language: customer.language, discreet: customer.discreet },
    facts: { ...facts, firstName: calledName(customer), zone: office.timeZone },
  });
  await insertMessage(q, {
    ...{
      id: messageId,
      appointmentId,
      customerId,
      purpose: 'offer',
      channel: 'call_list',
      language: customer.language,
    },
    ...{ body: deps.vault.seal(body), status: 'accepted', notBefore: now, sendBy: heldUntil, createdAt: now },
    ...{ claimedAt: now, acceptedAt: now },
  });
  await openCall(q, {
    ...{ id: deps.newId(), officeId: office.id, customerId, appointmentId, messageId, ownerId },
    ...{ reason: 'earlier_time', cause: offerCause(id), dueAt: heldUntil, createdAt: now },
  });
}
