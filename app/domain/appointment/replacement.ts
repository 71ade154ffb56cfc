import { isStanding, type AppointmentStatus } from './appointment';

/** The reference of the next that is booked in place of one that has begun: "A1-again", "A1-again-2". @param booked how many there were before. */
export function replacementRef(ref: string, booked: number): string {
  return booked === 0 ? `${ref}-again` : `${ref}-again-${booked + 1}`;
}

/** True for one that may have another time: it stands, or it was rearranged and nothing stands in its place. */
export function mayHaveNewTime(
  { status, groupId }: { status: AppointmentStatus; groupId: string | null },
  replacements: readonly { status: AppointmentStatus }[],
): boolean {
  if (groupId !== null) return false;
  return isStanding(status) || (status === 'rearranged' && !replacements.some((one) => isStanding(one.status)));
}
