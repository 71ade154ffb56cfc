import type { Queryable } from '@db/client.server';
import type { AppointmentRow } from '@db/queries/appointments.server';
import { closeCallsOf } from '@db/queries/call-list.server';
import {
  listOffersOf,
  listOpenOffersTo,
  lockUnfilledSlots,
  saveFreedSlots,
  updateOffers,
  updateSlot,
  type FreedSlotRow,
  type SlotOfferRow,
} from '@db/queries/freed-slots.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { OFFER_RULES, takesTime } from '~/domain/appointment/freed-time';
import { isStanding, type OfferStatus } from '~/domain/appointment/appointment';
import type { Deps } from './deps';

type Diarised = Pick<
  AppointmentRow,
  'id' | 'adviserId' | 'officeId' | 'startsAt' | 'endsAt' | 'status' | 'groupId' | 'customerId'
>;

/** An appointment as it was and as it is now; null where there was none before. */
export interface DiaryChange {
  before: Diarised | null;
  after: Diarised;
}

/** What a call about an offer goes by. */
export const offerCause = (offerId: string) => `earlier-time:${offerId}`;

/**
 * Notes what changes of appointments mean for times that come free, in the transaction that makes them: a time that an
 * appointment has left is there to be offered, one that an appointment takes is refilled, and offers to move an appointment
 * that is elsewhere now, or off, are over. A time that begins within four hours is too late to be offered, and a place in a
 * group session frees no time. Whoever writes appointments calls it.
 */
export async function noteDiaryChanges(q: Queryable, deps: Deps, changes: readonly DiaryChange[]): Promise<void> {
  const now = deps.clock.now();
  const moved = changes.filter(({ before, after }) => before === null || !sameTime(before, after));
  if (moved.length === 0) return;
  // What one leaves and another takes at once comes free and is refilled in the same moment: nobody is asked about it.
  const left = moved.flatMap(({ before }) => (before && mayOffer(before, now) ? [before] : []));
  const standing = moved.flatMap(({ after }) => (isStanding(after.status) ? [after] : []));
  // One that comes free again is there already: it is locked in its turn.
  if (left.length > 0) await lockUnfilledSlots(q, { adviserIds: advisersOf(standing), now });
  await saveFreedSlots(
    q,
    left.map((one) => freedSlot(deps, one, now)),
  );
  await noteTaken(q, deps, standing, now);
  const over = await listOpenOffersTo(
    q,
    moved.flatMap(({ before }) => before ?? []),
  );
  await endOffers(q, deps, over, 'gone');
}

/** Both stand at the same time in the same diary, or neither takes any. */
function sameTime(before: Diarised, after: Diarised): boolean {
  const [was, is] = [isStanding(before.status), isStanding(after.status)];
  if (!was || !is) return was === is;
  return before.adviserId === after.adviserId && before.startsAt === after.startsAt && before.endsAt === after.endsAt;
}

function mayOffer({ status, groupId, startsAt }: Diarised, now: number): boolean {
  return isStanding(status) && groupId === null && startsAt >= now + OFFER_RULES.leastNotice;
}

function freedSlot(deps: Deps, before: Diarised, now: number): FreedSlotRow {
  const { officeId, adviserId, id: appointmentId, startsAt, endsAt } = before;
  const open = { filledBy: null, filledAt: null, endedAt: null };
  return { id: deps.newId(), officeId, adviserId, appointmentId, startsAt, endsAt, freedAt: now, ...open };
}

const advisersOf = (all: readonly Diarised[]) => [...new Set(all.map(({ adviserId }) => adviserId))];

async function noteTaken(q: Queryable, deps: Deps, takers: readonly Diarised[], now: number): Promise<void> {
  for (const slot of await lockUnfilledSlots(q, { adviserIds: advisersOf(takers), now })) {
    const taker = takers.find((one) => one.adviserId === slot.adviserId && takesTime(one, slot));
    if (!taker) continue;
    // Whose time it was has it back: it is free no more, but nobody has refilled it.
    const filled = taker.id === slot.appointmentId ? {} : { filledBy: taker.id, filledAt: now };
    await updateSlot(q, slot.id, { ...filled, endedAt: now });
    const offers = await listOffersOf(q, [slot.id]);
    const own = offers.filter(({ appointmentId }) => appointmentId === taker.id);
    await settleOffers(q, deps, own, ['offered', 'declined', 'lapsed'], 'accepted');
    await endOffers(q, deps, offers.filter((offer) => !own.includes(offer)), 'gone'); // prettier-ignore
  }
}

/** Ends offers that are open, or in one of the states `from`: nobody is written to about them any more, nor rung. */
export async function endOffers(
  q: Queryable,
  deps: Deps,
  offers: readonly SlotOfferRow[],
  status: Extract<OfferStatus, 'gone' | 'lapsed' | 'declined'>,
  from: OfferStatus[] = ['offered'],
): Promise<void> {
  await settleOffers(q, deps, offers, from, status);
}

async function settleOffers(
  q: Queryable,
  deps: Deps,
  offers: readonly SlotOfferRow[],
  from: OfferStatus[],
  status: OfferStatus,
): Promise<void> {
  const now = deps.clock.now();
  const open = offers.filter((offer) => from.includes(offer.status));
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id);
  await updateOffers(q, { ids, from, set: { status, answeredAt: status === 'lapsed' ? null : now } });
  const messageIds = open.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  await endPlannedMessages(q, { ids: messageIds, status: 'superseded', reason: 'offer_over', now });
  const settled = status === 'accepted' || status === 'declined';
  const outcome = settled ? ('spoke' as const) : ('not_needed' as const);
  await closeCallsOf(q, { causes: ids.map(offerCause), outcome, by: null, now });
}
