import type { Queryable } from '@db/client.server';
import { getTimeZone, loadDiary, lockAdviser } from '@db/queries/availability.server';
import {
  findSlot,
  listAskedAbout,
  listBusyCustomers,
  listOffersOf,
  listOffersTo,
  listSlotsToLookAt,
  listWaiting,
  lockCustomers,
  updateSlot,
  type FreedSlotRow,
  type SlotOfferRow,
} from '@db/queries/freed-slots.server';
import { listOfferMessages } from '@db/queries/slot-offers.server';
import { chooseWhomToAsk, fairLine, OFFER_RULES, whyNotOffered, type FreedTime } from '~/domain/appointment/freed-time';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Deps } from './deps';
import { makeOffer } from './make-offer.server';
import { endOffers } from './note-freed-times.server';
import { reachWaiting } from './reach-waiting.server';

/** More in one round than any district frees in a day; what is left is looked at a minute later. */
const AT_MOST = 500;

/**
 * Looks at every time that has come free: offers whose hold is over lapse, a time that cannot be given any more ends, and
 * where nobody is thinking about an offer the next three people are asked. Each time is looked at in a transaction of its own,
 * in which its offers are made with their messages: whoever dies in it has asked nobody, and several workers ask once.
 * @returns how many people were asked.
 */
export const offerFreedTimes = (deps: Deps) => async (): Promise<number> => {
  const until = deps.clock.now() + OFFER_RULES.horizon;
  const ids = await deps.db.read((q) => listSlotsToLookAt(q, { until, limit: AT_MOST }));
  let asked = 0;
  for (const id of ids) {
    const look = await deps.db.read((q) => lookAt(q, deps, id));
    // Most times have nothing to be done about them, and need no lock to see that.
    if (!look || isNothing(look)) continue;
    asked += (await deps.db.write((q) => offerNow(q, deps, look))) ?? 0;
  }
  return asked;
};

/**
 * Does what there is to do about one freed time, in the caller's transaction. Those whom `seen` says to ask are locked first and
 * then the adviser, as everywhere (see `findTime`), and under the locks it is looked at again: whoever says yes at this
 * moment waits or is seen, and so is another adviser's time that has just been offered to one of them.
 * @returns how many people were asked; null when there is no such time to give any more.
 */
export async function offerNow(q: Queryable, deps: Deps, seen: Look, again = false): Promise<number | null> {
  const { id, adviserId } = seen.slot;
  const locked = seen.ask.map(({ customerId }) => customerId);
  await lockCustomers(q, locked);
  await lockAdviser(q, adviserId);
  const look = await lookAt(q, deps, id, again);
  if (!look) return null;
  await endOffers(q, deps, look.lapsed, 'lapsed');
  if (look.end) {
    await updateSlot(q, id, { endedAt: deps.clock.now() });
    if (look.end === 'not_free') await endOffers(q, deps, look.open, 'gone');
    return 0;
  }
  if (again) await updateSlot(q, id, { endedAt: null });
  const slot = { ...look.slot, adviserFirstName: look.adviserFirstName };
  let asked = 0;
  // Who came to the front of the line in between is asked a minute later.
  for (const person of look.ask.filter(({ customerId }) => locked.includes(customerId)))
    asked += (await makeOffer(q, deps, slot, person)) ? 1 : 0;
  return asked;
}

type Chosen = Awaited<ReturnType<typeof chooseFor>>[number];

/** What there is to do about a freed time. */
export interface Look {
  slot: FreedSlotRow;
  adviserFirstName: string;
  /** Offers that are over, because their hold is or because nothing that we sent arrived. */
  lapsed: SlotOfferRow[];
  /** Offers that somebody is thinking about. */
  open: SlotOfferRow[];
  /** Why nobody is to be offered it any more. */
  end: 'late' | 'not_free' | null;
  ask: Chosen[];
}

function isNothing({ lapsed, end, ask }: Look): boolean {
  return lapsed.length === 0 && end === null && ask.length === 0;
}

/**
 * What there is to do about a freed time now; null when it is refilled, or there is none. Changes nothing.
 * @param again it is to be offered again, though its office had stopped that.
 */
export async function lookAt(q: Queryable, deps: Deps, slotId: string, again = false): Promise<Look | null> {
  const now = deps.clock.now();
  const found = await findSlot(q, slotId);
  if (!found || found.slot.filledBy !== null) return null;
  const { customerId, mode, adviserFirstName } = found;
  const slot = again ? { ...found.slot, endedAt: null } : found.slot;
  const { adviserId, officeId, startsAt, endsAt } = slot;
  const freed = { customerId, adviserId, startsAt, endsAt, mode, venue: found.placeId ?? found.venue };
  const pending = (await listOffersOf(q, [slotId])).filter(({ status }) => status === 'offered');
  const lost = await whoseTextIsLost(q, pending);
  const lapsed = pending.filter((one) => one.heldUntil <= now || lost.has(one.id));
  const open = pending.filter((one) => !lapsed.includes(one));
  const look = { slot, adviserFirstName, lapsed, open, ask: [] };

  const diary = await loadDiary(q, { adviserId, from: startsAt, to: endsAt, exceptId: null });
  const obstacle = found.works
    ? whyNotOffered(slot, diary, { zone: await getTimeZone(q, officeId) }, now)
    : ('not_free' as const);
  if (obstacle && slot.endedAt === null) return { ...look, end: 'not_free' };
  // Stopped by the office, or taken back: who was asked before may still answer.
  if (slot.endedAt !== null) return { ...look, ...(obstacle ? { end: 'not_free' as const } : { end: null }) };
  if (open.length > 0) return { ...look, end: null };
  if (startsAt < now + OFFER_RULES.leastNotice) return { ...look, end: 'late' };
  return { ...look, end: null, ask: await chooseFor(q, deps, slot, freed) };
}

/** Nothing that was sent about these can have arrived. */
const LOST: readonly MessageStatus[] = ['undelivered', 'failed', 'expired', 'superseded', 'cancelled', 'suppressed'];

async function whoseTextIsLost(q: Queryable, offers: readonly SlotOfferRow[]): Promise<Set<string>> {
  const written = offers.filter(({ tokenHash }) => tokenHash !== null);
  if (written.length === 0) return new Set();
  const since = Math.min(...written.map(({ offeredAt }) => offeredAt));
  const tries = await listOfferMessages(q, { customerIds: written.map(({ customerId }) => customerId), since });
  const isLost = ({ customerId, offeredAt }: SlotOfferRow) => {
    const own = tries.filter((one) => one.customerId === customerId && one.createdAt >= offeredAt);
    return own.length > 0 && own.every(({ status }) => LOST.includes(status));
  };
  return new Set(written.filter(isLost).map(({ id }) => id));
}

/** Whom to ask about a time now; see `chooseWhomToAsk`. */
async function chooseFor(q: Queryable, deps: Deps, slot: FreedSlotRow, freed: FreedTime) {
  const now = deps.clock.now();
  const { adviserId, officeId, startsAt } = slot;
  const rows = await listWaiting(q, { adviserId, officeId, after: startsAt });
  if (rows.length === 0) return [];
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const offers = await listOffersTo(q, { customerIds, since: now - OFFER_RULES.week });
  const before = await listAskedAbout(q, slot);
  const busy = await listBusyCustomers(q, customerIds, slot);
  const waiting = rows.map(({ placeId, groupId, ...row }) => {
    const own = offers.filter(({ customerId }) => customerId === row.customerId);
    return {
      ...row,
      venue: placeId ?? row.venue,
      inGroup: groupId !== null,
      offersLately: own.filter(({ offeredAt }) => offeredAt > now - OFFER_RULES.week).length,
      askedBefore: before.has(row.customerId),
      hasOffer: own.some(({ status }) => status === 'offered'),
      busyThen: busy.has(row.customerId),
    };
  });
  const zone = await getTimeZone(q, officeId);
  const line = fairLine(freed, waiting, zone, now);
  if (line.length === 0) return [];
  const wayTo = await reachWaiting(q, deps, officeId, line);
  return chooseWhomToAsk(
    freed,
    line.map((one) => ({ ...one, way: wayTo(one.customerId) })),
    zone,
    now,
  );
}
