import { HOUR, MINUTE } from '~/domain/clock';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import type { Diary, DiaryEntry } from './diary';
import type { Customer } from './people';

/** The meetings that show a visitor what the service does when things do not go smoothly. */
export interface Story {
  /** Said that they cannot come. */
  cannotCome: DiaryEntry;
  /** The text about it did not arrive. */
  undelivered: DiaryEntry;
  /** Wrote something that only a person can answer. */
  wrote: DiaryEntry;
  /** The text about it was sent, and nobody knows whether it arrived. */
  noReceipt: DiaryEntry;
  /** The text about it did not arrive, nobody took the calls, and there is no other way: their adviser is to phone. */
  unreachable: DiaryEntry;
  /** Booked a moment ago: their texts go out while the visitor watches. */
  bookedNow: DiaryEntry[];
  /** Told of by a letter, which waits to be printed. */
  byPost: DiaryEntry;
}

/**
 * Arranges the day of the visitor's adviser: changes entries of the diary in place.
 * @param customers the first is the visitor.
 */
export function arrangeStory(diary: Diary, customers: readonly Customer[], now: number, zone: string): Story {
  const visitor = customers[0]!;
  const theirs = diary.coming.filter(
    (entry) => entry.adviserRef === visitor.adviserRef && entry.customerRef !== visitor.ref,
  );
  const byRef = new Map(customers.map((customer) => [customer.ref, customer]));
  const reachable = (entry: DiaryEntry) => {
    const customer = byRef.get(entry.customerRef)!;
    return customer.mobile && !customer.stoppedTexts && !customer.discreet && customer.preferredChannel === null;
  };

  moveSomeIntoThePast(theirs, now, zone);
  const ahead = theirs.filter((entry) => entry.startsAt > now + HOUR && reachable(entry));
  const [cannotCome, undelivered, wrote] = ahead;
  if (!cannotCome || !undelivered || !wrote) throw new Error('the diary is too empty for the story');
  cannotCome.confirmedAt = null;
  cannotCome.cannotComeAt = now - 2 * HOUR;
  cannotCome.cannotComeReason = 'unwell';
  undelivered.confirmedAt = null;
  wrote.confirmedAt = null;

  // Booked this morning, so to speak: what has become of the text about it by now is trouble.
  const [noReceipt, unreachable] = ahead.slice(3).filter((entry) => entry.startsAt > now + 26 * HOUR);
  if (!noReceipt || !unreachable) throw new Error('the diary is too empty for the story');
  for (const entry of [noReceipt, unreachable])
    Object.assign(entry, { bookedAt: now - 3 * HOUR, confirmedAt: null, cannotComeAt: null });
  Object.assign(byRef.get(unreachable.customerRef)!, { email: null, landline: null });

  const bookedNow = diary.coming
    .filter((entry) => entry.officeRef === visitor.officeRef && entry.startsAt > now + 80 * HOUR && reachable(entry))
    .slice(0, 5);
  bookedNow.forEach((entry, i) => (entry.bookedAt = now - i * MINUTE));

  // Far enough ahead for the post, and booked long enough ago for the night to be over.
  const byPost = diary.coming.findLast(
    (entry) => entry.officeRef === visitor.officeRef && !bookedNow.includes(entry) && entry.customerRef !== visitor.ref,
  );
  if (!byPost) throw new Error('the diary is too empty for the story');
  byPost.bookedAt = now - 26 * HOUR;
  Object.assign(byRef.get(byPost.customerRef)!, {
    preferredChannel: 'letter',
    post: '7 Heol y Bryn\nBangor\nLL57 3ZZ',
  });
  return { cannotCome, undelivered, wrote, noReceipt, unreachable, bookedNow, byPost };
}

/**
 * Early in the day nothing has happened yet, and a visitor could record no outcome. Then the first two meetings are
 * taken to have been a little while ago, if today has room for it.
 */
function moveSomeIntoThePast(entries: DiaryEntry[], now: number, zone: string): void {
  const midnight = dayBounds(wallClockOf(now, zone).date, zone).from;
  const quarter = Math.floor(now / (15 * MINUTE)) * 15 * MINUTE;
  [75, 45].forEach((minutesAgo, i) => {
    const entry = entries[i];
    const startsAt = quarter - minutesAgo * MINUTE;
    if (!entry || entry.endsAt < now || startsAt < midnight) return;
    const length = entry.endsAt - entry.startsAt;
    Object.assign(entry, { startsAt, endsAt: startsAt + length, mode: 'phone', confirmedAt: null });
  });
}
