import type { Queryable } from '@db/client.server';
import { getTimeZone, loadDiary } from '@db/queries/availability.server';
import { findPlace, listRoomUse, lockPlace } from '@db/queries/rooms.server';
import type { DiaryTime } from '~/domain/appointment/clashes';
import { whyNotOffered } from '~/domain/appointment/freed-time';
import { venueDuring, whereItIs, type Whereabouts } from '~/domain/appointment/where-it-is';
import { whyNotFree, type TimeObstacle } from '~/domain/appointment/why-not-free';
import { MINUTE } from '~/domain/clock';

interface Wish extends Whereabouts {
  officeId: string;
  adviserId: string;
  time: DiaryTime;
  bufferMinutes: number;
  override: boolean;
  /** The appointment that moves; null for a new one. */
  appointmentId: string | null;
  /** A room that is taken is done without, instead of being an obstacle. */
  roomIfFree?: boolean;
  /** Times that are kept for other people. */
  kept?: readonly DiaryTime[];
  /** A time that came free and was offered: it need not begin when other times of the diary do. */
  isOffer?: boolean;
  /** Somebody has just picked the place: a venue stays, also where the adviser's diary does not have them there. */
  isChosen?: boolean;
}

/**
 * Whether an adviser, and the room that is wanted, have a time, and where the two meet then. The caller has locked the
 * adviser's row (`lockAdviser`); the room is locked here, after it.
 *
 * Whoever changes diaries locks in this order, so that nobody waits in a ring: the customer, the appointment, its adviser,
 * the room, times that come free and the offers of them, and last the audit trail. Several of a kind are locked by their ids.
 */
export async function findTime(
  q: Queryable,
  wish: Wish,
  now: number,
): Promise<({ ok: true } & Whereabouts) | { ok: false; reason: TimeObstacle }> {
  const { officeId, adviserId, time, bufferMinutes, override, appointmentId } = wish;
  const until = time.endsAt + bufferMinutes * MINUTE;
  const diary = await loadDiary(q, { adviserId, from: time.startsAt, to: until, exceptId: appointmentId });
  const zone = await getTimeZone(q, officeId);
  const venueId = venueDuring(time, diary, zone);
  const before = wish.placeId === null ? null : await findPlace(q, wish.placeId);
  const venue = venueId === null ? null : await findPlace(q, venueId);
  const { mode, placeId, venue: words } = wish;
  const where = whereItIs({ mode, placeId, venue: words }, venue, wish.isChosen ? null : before);

  const room = before?.kind === 'room' && where.placeId === before.id ? before : null;
  const roomBusy = room ? await roomUse(q, wish, room.id) : [];
  const whole = { ...diary, busy: [...diary.busy, ...(wish.kept ?? [])], roomBusy };
  const obstacle = wish.isOffer
    ? whyNotOffered(time, whole, { zone, bufferMinutes }, now)
    : whyNotFree(time, whole, { zone, override, bufferMinutes }, now);
  if (!obstacle) return { ok: true, ...where };
  if (obstacle === 'room_taken' && wish.roomIfFree) return { ok: true, ...where, placeId: null };
  return { ok: false, reason: obstacle };
}

/** When others have the room; always, if it is another office's or out of use. */
async function roomUse(q: Queryable, wish: Wish, placeId: string): Promise<readonly DiaryTime[]> {
  const { officeId, adviserId, time, appointmentId } = wish;
  if (!(await lockPlace(q, { id: placeId, officeId }))) return [time];
  return listRoomUse(q, { placeId, adviserId, from: time.startsAt, to: time.endsAt, exceptId: appointmentId });
}
