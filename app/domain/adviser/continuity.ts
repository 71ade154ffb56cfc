/** Weeks that the figure looks back, and how many meetings it takes before a share says anything. */
export const CONTINUITY_WEEKS = 13;
export const ENOUGH_MEETINGS = 20;

/** A meeting that was to be held, with whom it was booked and who the customer's named adviser was when it began; null: nobody. */
export interface HeldMeeting {
  adviserId: string;
  namedId: string | null;
}

export interface Continuity {
  /** Meetings of customers who had a named adviser then. */
  meetings: number;
  /** Of those, the ones with that adviser. */
  withNamed: number;
  /** In whole per cent; null when there are too few to tell. */
  percent: number | null;
}

/**
 * How often customers met the adviser who was theirs at the time. Meetings of somebody who had no adviser then count
 * neither way.
 */
export function continuityOf(held: readonly HeldMeeting[]): Continuity {
  const counted = held.filter(({ namedId }) => namedId !== null);
  const withNamed = counted.filter(({ adviserId, namedId }) => adviserId === namedId).length;
  const meetings = counted.length;
  const percent = meetings < ENOUGH_MEETINGS ? null : Math.round((withNamed / meetings) * 100);
  return { meetings, withNamed, percent };
}
