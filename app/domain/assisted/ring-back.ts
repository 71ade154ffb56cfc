/** What a page says of a call back that was put on the call list, taken off it, or not. */
export const RING_BACK_NOTICES = ['put', 'there', 'taken_back', 'tried', 'changed'] as const;
export type RingBackNotice = (typeof RING_BACK_NOTICES)[number];

/** Those that say that nothing was done. */
export const REFUSED_RING_BACKS: readonly RingBackNotice[] = ['there', 'tried', 'changed'];

/** What a call back goes by: one for each customer and day. @param date of the office, "2026-11-24". */
export function ringBackCause(customerId: string, date: string): string {
  return `ring-back:${customerId}:${date}`;
}
