/** Somebody with an appointment to come who has said that they would take an earlier time. Instants in ms. */
export interface EarlierWish {
  appointmentId: string;
  customerId: string;
  adviserId: string;
  startsAt: number;
  endsAt: number;
  askedAt: number;
}

/** A time that has come free, or is likely to: its appointment was cancelled, or its customer cannot come. */
export interface FreedSlot {
  customerId: string;
  adviserId: string;
  startsAt: number;
  endsAt: number;
}

/**
 * Who would come sooner and could have this time: they meet the same adviser later than this, and no longer than it
 * lasts. Who asked first comes first. None once the time has begun.
 */
export function wouldComeSooner<T extends EarlierWish>(slot: FreedSlot, wishes: readonly T[], now: number): T[] {
  if (slot.startsAt <= now) return [];
  const length = slot.endsAt - slot.startsAt;
  return wishes
    .filter(
      (wish) =>
        wish.adviserId === slot.adviserId &&
        wish.customerId !== slot.customerId &&
        wish.startsAt > slot.startsAt &&
        wish.endsAt - wish.startsAt <= length,
    )
    .sort((a, b) => a.askedAt - b.askedAt);
}
