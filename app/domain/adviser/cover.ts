/** Somebody stands in for an adviser, from a day to a day: dates of the office, both included, "2026-11-24". */
export interface Cover {
  fromOn: string;
  untilOn: string;
  /** When it was ended before its time (ms); null when it was not. */
  endedAt: number | null;
}

/** `over`: its last day is past. `ended`: a person ended it before that. */
export const COVER_STATES = ['coming', 'in_force', 'over', 'ended'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** What a cover is on a date of the office. It begins and ends by itself with the day. */
export function coverState(cover: Cover, today: string): CoverState {
  if (cover.endedAt !== null) return 'ended';
  if (cover.untilOn < today) return 'over';
  return cover.fromOn > today ? 'coming' : 'in_force';
}

/** The cover of one adviser that is in force on a date, or null: then the adviser is there. */
export function coverInForce<C extends Cover>(covers: readonly C[], today: string): C | null {
  return covers.find((cover) => coverState(cover, today) === 'in_force') ?? null;
}

/** The cover of one adviser that begins next, by `latest` (a date) at the latest; null when there is none. */
export function coverAhead<C extends Cover>(covers: readonly C[], today: string, latest: string): C | null {
  const coming = covers.filter((cover) => coverState(cover, today) === 'coming' && cover.fromOn <= latest);
  return coming.reduce<C | null>((next, cover) => (next && next.fromOn <= cover.fromOn ? next : cover), null);
}

/** True when two covers have a day in common; one that was ended has none any more. */
export function coversMeet(a: Cover, b: Cover): boolean {
  if (a.endedAt !== null || b.endedAt !== null) return false;
  return a.fromOn <= b.untilOn && b.fromOn <= a.untilOn;
}

/** A cover with the people in it, by their ids. */
export interface CoverOf extends Cover {
  id: string;
  adviserId: string;
  standInId: string;
}

/** `overlaps`: the adviser has another. `stand_in_away`: the stand-in is away then. `stands_in`: the adviser stands in for somebody then. */
export type CoverClash = { clash: 'overlaps' | 'stand_in_away' | 'stands_in'; with: CoverOf };

/**
 * What stands against a cover, or null. A customer is never passed on twice: nobody stands in while away, and nobody is away
 * while standing in.
 * @param others the other covers of the office; the wished one, when it is corrected, is not among them.
 */
export function coverClash(wished: Omit<CoverOf, 'id'>, others: readonly CoverOf[]): CoverClash | null {
  const meeting = others.filter((other) => coversMeet(wished, other));
  const own = meeting.find((other) => other.adviserId === wished.adviserId);
  if (own) return { clash: 'overlaps', with: own };
  const away = meeting.find((other) => other.adviserId === wished.standInId);
  if (away) return { clash: 'stand_in_away', with: away };
  const stands = meeting.find((other) => other.standInId === wished.adviserId);
  return stands ? { clash: 'stands_in', with: stands } : null;
}
