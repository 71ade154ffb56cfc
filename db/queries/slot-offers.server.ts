import { and, desc, eq, gt, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { DiaryTime } from '~/domain/appointment/clashes';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import type { MessageRow } from './messages.server';

/** Whether offers to these customers travel, or have: one row for each try since an instant (ms). */
export async function listOfferMessages(
  q: Queryable,
  params: { customerIds: string[]; since: number },
): Promise<{ customerId: string | null; status: MessageStatus; createdAt: number }[]> {
  if (params.customerIds.length === 0) return [];
  const { messages } = q.tables;
  return q
    .select({ customerId: messages.customerId, status: messages.status, createdAt: messages.createdAt })
    .from(messages)
    .where(
      and(
        isOneOf(q, messages.customerId, params.customerIds),
        eq(messages.purpose, 'offer'),
        gte(messages.createdAt, params.since),
      ),
    );
}

/**
 * The times of an adviser that are kept at `now` (ms) for people who were asked about them; not those about which the
 * customer of this appointment was.
 */
export async function listHolds(
  q: Queryable,
  params: { adviserId: string; from: number; to: number; now: number; forAppointment: string },
): Promise<DiaryTime[]> {
  const { freedSlots, slotOffers } = q.tables;
  const rows = await q
    .select({
      id: freedSlots.id,
      startsAt: freedSlots.startsAt,
      endsAt: freedSlots.endsAt,
      appointmentId: slotOffers.appointmentId,
    })
    .from(freedSlots)
    .innerJoin(slotOffers, eq(slotOffers.slotId, freedSlots.id))
    .where(
      and(
        eq(freedSlots.adviserId, params.adviserId),
        isNull(freedSlots.filledBy),
        lt(freedSlots.startsAt, params.to),
        gt(freedSlots.endsAt, params.from),
        eq(slotOffers.status, 'offered'),
        gt(slotOffers.heldUntil, params.now),
      ),
    );
  const own = new Set(rows.filter((row) => row.appointmentId === params.forAppointment).map(({ id }) => id));
  const kept = new Map(rows.filter(({ id }) => !own.has(id)).map((row) => [row.id, row]));
  return [...kept.values()].map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
}

/** An offer with the time that it is about, by its id or by the hash of its link's token. */
export async function findOffer(q: Queryable, by: { id: string } | { tokenHash: string }) {
  const { freedSlots, slotOffers } = q.tables;
  const [row] = await q
    .select({ offer: slotOffers, slot: freedSlots })
    .from(slotOffers)
    .innerJoin(freedSlots, eq(freedSlots.id, slotOffers.slotId))
    .where('id' in by ? eq(slotOffers.id, by.id) : eq(slotOffers.tokenHash, by.tokenHash));
  return row ?? null;
}

/**
 * The offer that a text is about. A text that is tried again has an id of its own, but the appointment and the last instant
 * of the first try, which is the one that the offer knows.
 */
export async function findOfferInText(q: Queryable, text: Pick<MessageRow, 'appointmentId' | 'sendBy'>) {
  if (text.appointmentId === null) return null;
  const { messages, slotOffers } = q.tables;
  const [row] = await q
    .select({ offer: slotOffers })
    .from(slotOffers)
    .innerJoin(messages, eq(messages.id, slotOffers.messageId))
    .where(
      and(
        eq(slotOffers.appointmentId, text.appointmentId),
        isNotNull(slotOffers.tokenHash),
        eq(messages.purpose, 'offer'),
        eq(messages.channel, 'sms'),
        eq(messages.sendBy, text.sendBy),
      ),
    )
    .limit(1);
  return row?.offer ?? null;
}

/** The newest text with an offer that went, or may have gone, to this number after an instant (ms). */
export async function findNewestOfferText(
  q: Queryable,
  params: { recipientIndex: string; customerId: string; since: number },
): Promise<(Pick<MessageRow, 'id' | 'appointmentId' | 'sendBy'> & { claimedAt: number }) | null> {
  const { messages } = q.tables;
  const [row] = await q
    .select({
      id: messages.id,
      appointmentId: messages.appointmentId,
      sendBy: messages.sendBy,
      claimedAt: messages.claimedAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.recipientIndex, params.recipientIndex),
        eq(messages.customerId, params.customerId),
        eq(messages.purpose, 'offer'),
        eq(messages.channel, 'sms'),
        inArray(messages.status, ['claimed', 'unknown', 'accepted', 'sent', 'delivered']),
        gte(messages.claimedAt, params.since),
      ),
    )
    .orderBy(desc(messages.claimedAt), desc(messages.id))
    .limit(1);
  return row && row.claimedAt !== null ? { ...row, claimedAt: row.claimedAt } : null;
}

function selectFilledSlots(q: Queryable) {
  const { appointments, customers, freedSlots, staff } = q.tables;
  return q
    .select({
      slot: freedSlots,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      filler: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(freedSlots)
    .innerJoin(staff, eq(staff.id, freedSlots.adviserId))
    .leftJoin(appointments, eq(appointments.id, freedSlots.filledBy))
    .leftJoin(customers, eq(customers.id, appointments.customerId));
}

/** The times of an office that came free since an instant (ms), the latest to begin first, each with who has it now. */
export async function listOfficeSlots(q: Queryable, params: { officeId: string; since: number }) {
  const { freedSlots } = q.tables;
  return await selectFilledSlots(q)
    .where(and(eq(freedSlots.officeId, params.officeId), gte(freedSlots.freedAt, params.since)))
    .orderBy(desc(freedSlots.startsAt), desc(freedSlots.id));
}

/** The times that these appointments have left free. */
export async function listSlotsLeftBy(q: Queryable, appointmentIds: string[]) {
  return await selectFilledSlots(q).where(isOneOf(q, q.tables.freedSlots.appointmentId, appointmentIds));
}

/** The offers of these times, first made first, each with whom it is to. */
export async function listOffersWithNames(q: Queryable, slotIds: string[]) {
  const { customers, slotOffers } = q.tables;
  return await q
    .select({
      offer: slotOffers,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(slotOffers)
    .innerJoin(customers, eq(customers.id, slotOffers.customerId))
    .where(isOneOf(q, slotOffers.slotId, slotIds))
    .orderBy(slotOffers.offeredAt, slotOffers.id);
}
