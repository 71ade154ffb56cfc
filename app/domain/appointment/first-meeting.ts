/** What an office books: a kind of appointment with its length, and what follows it. */
export interface BookableKind {
  ref: string;
  name: string;
  minutes: number;
  bufferMinutes: number;
  /** The kind that is booked with it, after it; empty: none. */
  followedBy: string;
  /** More than one: a session for a group. */
  capacity: number;
}

/**
 * The kind that a booking begins with. Somebody who has never been booked is new: their first meeting is two, so it is
 * the kind that another follows. Everybody else gets what they had last, else a review, else the first on the list.
 * @returns null when the office books nothing but groups.
 */
export function usualKind<K extends BookableKind>(
  kinds: readonly K[],
  customer: { isNew: boolean; lastKind: string | null },
): K | null {
  const single = kinds.filter(({ capacity }) => capacity === 1);
  const first = single.find(({ followedBy }) => followedBy !== '');
  if (customer.isNew && first) return first;
  const again = single.filter(({ followedBy }) => followedBy === '');
  const named = (ref: string | null) => again.find((kind) => kind.ref === ref);
  return named(customer.lastKind) ?? named('review') ?? again[0] ?? single[0] ?? null;
}

/** The kind that is booked together with another, after it; null when there is none, or the office has it no more. */
export function kindAfter<K extends BookableKind>(kinds: readonly K[], kind: K): K | null {
  if (kind.followedBy === '' || kind.followedBy === kind.ref) return null;
  return kinds.find(({ ref, capacity }) => ref === kind.followedBy && capacity === 1) ?? null;
}
