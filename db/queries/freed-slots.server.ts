import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql, type InferSelectModel } from 'drizzle-orm';
import type { DiaryTime } from '~/domain/appointment/clashes';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOf, isOneOfNamed, rowsOf, takeNew } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type FreedSlotRow = InferSelectModel<Tables['freedSlots']>;
export type SlotOfferRow = InferSelectModel<Tables['slotOffers']>;

/** Keeps times that have come free; one that came free before, and again, is open again. Offers of it stay what they were. */
export async function saveFreedSlots(q: Queryable, rows: FreedSlotRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { freedSlots } = q.tables;
  await q
    .insert(freedSlots)
    .select(rowsOf(q, freedSlots, rows))
    .onConflictDoUpdate({
      target: [freedSlots.adviserId, freedSlots.startsAt, freedSlots.appointmentId],
      set: takeNew<Tables['freedSlots'], keyof FreedSlotRow>(['endsAt', 'freedAt', 'filledBy', 'filledAt', 'endedAt']),
    });
}

/** The times of these advisers, after `now` (ms), that nobody has taken, locked, always in the same order. */
export async function lockUnfilledSlots(
  q: Queryable,
  params: { adviserIds: string[]; now: number },
): Promise<FreedSlotRow[]> {
  if (params.adviserIds.length === 0) return [];
  const { freedSlots } = q.tables;
  const unfilled = () =>
    forChange(
      q,
      q
        .select()
        .from(freedSlots)
        .where(
          and(
            isOneOfNamed(q, freedSlots.adviserId, 'adviserIds'),
            gt(freedSlots.startsAt, sql.placeholder('now')),
            isNull(freedSlots.filledBy),
          ),
        )
        .orderBy(asc(freedSlots.id)),
    );
  return runPrepared(q, 'unfilled times of advisers, locked', unfilled, {
    ...{ adviserIds: asOneValue(q, params.adviserIds), now: params.now },
  });
}

/** One freed time with its adviser, who may have left, and its appointment, which says how and where it was to be. */
export async function findSlot(q: Queryable, id: string) {
  const { appointments, freedSlots, staff } = q.tables;
  const [row] = await q
    .select({
      slot: freedSlots,
      adviserFirstName: staff.firstName,
      works: staff.active,
      customerId: appointments.customerId,
      mode: appointments.mode,
      venue: appointments.venue,
      placeId: appointments.placeId,
    })
    .from(freedSlots)
    .innerJoin(appointments, eq(appointments.id, freedSlots.appointmentId))
    .innerJoin(staff, eq(staff.id, freedSlots.adviserId))
    .where(eq(freedSlots.id, id));
  return row ?? null;
}

export async function updateSlot(
  q: Queryable,
  id: string,
  change: Partial<Pick<FreedSlotRow, 'filledBy' | 'filledAt' | 'endedAt'>>,
): Promise<void> {
  const { freedSlots } = q.tables;
  await q.update(freedSlots).set(change).where(eq(freedSlots.id, id));
}

/** The ids of freed times that there may be something to do about: open ones up to `until` (ms), and those with an open offer. */
export async function listSlotsToLookAt(q: Queryable, params: { until: number; limit: number }): Promise<string[]> {
  const { freedSlots, slotOffers } = q.tables;
  const rows = await q
    .select({ id: freedSlots.id })
    .from(freedSlots)
    .where(
      or(
        and(isNull(freedSlots.endedAt), isNull(freedSlots.filledBy), lte(freedSlots.startsAt, params.until)),
        sql`exists (select 1 from ${slotOffers} where ${slotOffers.slotId} = ${freedSlots.id} and ${slotOffers.status} = 'offered')`,
      ),
    )
    .orderBy(asc(freedSlots.startsAt), asc(freedSlots.id))
    .limit(params.limit);
  return rows.map(({ id }) => id);
}

export async function listOffersOf(q: Queryable, slotIds: string[]): Promise<SlotOfferRow[]> {
  if (slotIds.length === 0) return [];
  const { slotOffers } = q.tables;
  return q
    .select()
    .from(slotOffers)
    .where(isOneOf(q, slotOffers.slotId, slotIds))
    .orderBy(asc(slotOffers.offeredAt), asc(slotOffers.id));
}

/** Open offers to move these appointments. */
export async function listOpenOffersTo(
  q: Queryable,
  appointments: readonly { id: string; customerId: string }[],
): Promise<SlotOfferRow[]> {
  if (appointments.length === 0) return [];
  const { slotOffers } = q.tables;
  const open = () =>
    q
      .select()
      .from(slotOffers)
      .where(
        and(
          // By whose they were: without it every offer there ever was would be read.
          isOneOfNamed(q, slotOffers.customerId, 'customerIds'),
          isOneOfNamed(q, slotOffers.appointmentId, 'ids'),
          eq(slotOffers.status, 'offered'),
        ),
      );
  return runPrepared(q, 'open offers to move appointments', open, {
    ids: asOneValue(q, appointments.map(({ id }) => id)), // prettier-ignore
    customerIds: asOneValue(q, appointments.map(({ customerId }) => customerId)), // prettier-ignore
  });
}

export async function insertOffer(q: Queryable, offer: SlotOfferRow): Promise<void> {
  await q.insert(q.tables.slotOffers).values(offer);
}

/** Changes offers that still have one of these states. */
export async function updateOffers(
  q: Queryable,
  params: { ids: string[]; from: SlotOfferRow['status'][]; set: Pick<SlotOfferRow, 'status' | 'answeredAt'> },
): Promise<void> {
  if (params.ids.length === 0) return;
  const { slotOffers } = q.tables;
  await q
    .update(slotOffers)
    .set(params.set)
    .where(and(inArray(slotOffers.id, params.ids), inArray(slotOffers.status, params.from)));
}

/** Those of an adviser's who would come sooner than at an instant (ms), with what writing to them needs to know. */
export async function listWaiting(q: Queryable, params: { adviserId: string; officeId: string; after: number }) {
  const { appointments, customers, earlierWishes: wishes } = q.tables;
  return q
    .select({
      appointmentId: appointments.id,
      customerId: appointments.customerId,
      adviserId: appointments.adviserId,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      mode: appointments.mode,
      venue: appointments.venue,
      placeId: appointments.placeId,
      groupId: appointments.groupId,
      askedAt: wishes.askedAt,
      noMessages: customers.noMessages,
      preferredChannel: customers.preferredChannel,
      quietFrom: customers.quietFrom,
      quietTo: customers.quietTo,
    })
    .from(wishes)
    .innerJoin(appointments, eq(appointments.id, wishes.appointmentId))
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .where(
      and(
        isNull(wishes.withdrawnAt),
        eq(appointments.adviserId, params.adviserId),
        eq(appointments.officeId, params.officeId),
        eq(appointments.status, 'booked'),
        gt(appointments.startsAt, params.after),
      ),
    );
}

/** Offers to these customers since an instant (ms), and the open ones. */
export async function listOffersTo(q: Queryable, params: { customerIds: string[]; since: number }) {
  if (params.customerIds.length === 0) return [];
  const { slotOffers } = q.tables;
  return q
    .select()
    .from(slotOffers)
    .where(
      and(
        isOneOf(q, slotOffers.customerId, params.customerIds),
        or(gt(slotOffers.offeredAt, params.since), eq(slotOffers.status, 'offered')),
      ),
    );
}

/** Which of these customers were asked about this very time before. */
export async function listAskedAbout(
  q: Queryable,
  slot: Pick<FreedSlotRow, 'adviserId' | 'startsAt'>,
): Promise<Set<string>> {
  const { freedSlots, slotOffers } = q.tables;
  const rows = await q
    .select({ customerId: slotOffers.customerId })
    .from(slotOffers)
    .innerJoin(freedSlots, eq(freedSlots.id, slotOffers.slotId))
    .where(and(eq(freedSlots.adviserId, slot.adviserId), eq(freedSlots.startsAt, slot.startsAt)));
  return new Set(rows.map(({ customerId }) => customerId));
}

/** Which of these customers have an appointment in that time. */
export async function listBusyCustomers(q: Queryable, customerIds: string[], time: DiaryTime): Promise<Set<string>> {
  if (customerIds.length === 0) return new Set();
  const { appointments } = q.tables;
  const rows = await q
    .selectDistinct({ customerId: appointments.customerId })
    .from(appointments)
    .where(
      and(
        isOneOf(q, appointments.customerId, customerIds),
        eq(appointments.status, 'booked'),
        lt(appointments.startsAt, time.endsAt),
        gt(appointments.endsAt, time.startsAt),
      ),
    );
  return new Set(rows.map(({ customerId }) => customerId));
}

/** Locks customers in one order, so that two offers made at once to one of them count each other. */
export async function lockCustomers(q: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { customers } = q.tables;
  await forChange(
    q,
    q
      .select({ id: customers.id })
      .from(customers)
      .where(isOneOf(q, customers.id, ids))
      .orderBy(asc(customers.id)),
  );
}
