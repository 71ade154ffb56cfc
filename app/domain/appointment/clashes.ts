/** Time in a diary, in ms; the end is not part of it. */
export interface DiaryTime {
  startsAt: number;
  endsAt: number;
}

/** The most that an office may let two appointments of an adviser overlap, in minutes. Source: docs/glossary.md, overlap. */
export const MOST_OVERLAP_MINUTES = 15;

/**
 * True when two times cannot stand in one diary: they overlap by more than is allowed, or one lies wholly within the other.
 * @param allowed how far the end of one may reach into the other (ms); 0 where the office allows none.
 */
export function clashes(a: DiaryTime, b: DiaryTime, allowed: number): boolean {
  const overlap = Math.min(a.endsAt, b.endsAt) - Math.max(a.startsAt, b.startsAt);
  if (overlap <= 0) return false;
  const within = (inner: DiaryTime, outer: DiaryTime) =>
    outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;
  return overlap > allowed || within(a, b) || within(b, a);
}
