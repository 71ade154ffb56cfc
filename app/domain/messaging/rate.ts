/**
 * Slots: the instants at which messages may be handed to a provider that takes so many a second. A token bucket in
 * its arithmetic form (generic cell rate algorithm): one number says everything, and workers share it in the database.
 * All instants in ms; fractions count.
 */

/** What a sender may do, and how far ahead its slots may be taken. */
export interface Rate {
  perSecond: number;
  /** Slots later than this from now are left for the next claim, so that what is urgent by then comes first. */
  aheadMs: number;
}

/** How many may go at once after a rest: a second's worth, and one at least. */
export function burstOf(perSecond: number): number {
  return Math.max(1, perSecond);
}

/**
 * The next slot.
 * @param next what the sender's state says: 0 at first, then what this function returned.
 * @returns the slot, now or later, or null when none is left within `aheadMs`; and the `next` to keep in either case.
 */
export function takeSlot(
  next: number,
  now: number,
  { perSecond, aheadMs }: Rate,
): { slot: number | null; next: number } {
  const interval = 1000 / perSecond;
  const rest = (burstOf(perSecond) - 1) * interval;
  // Nobody takes slots that far ahead: the clock was put back. What was taken before it is still on its way.
  const believed = next > now + 2 * aheadMs + interval ? now + aheadMs + interval : next;
  const from = Math.max(believed, now - rest);
  if (from > now + aheadMs) return { slot: null, next: believed };
  return { slot: Math.max(from, now), next: from + interval };
}
