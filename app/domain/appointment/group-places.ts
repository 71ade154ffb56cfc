import type { AppointmentStatus } from './appointment';

/** An appointment that is a place in a group session. */
export interface GroupPlace {
  status: AppointmentStatus;
  confirmedAt: number | null;
  cannotComeAt: number | null;
}

/**
 * True while a place is taken. It stays that of somebody who has said that they cannot come, as an adviser's time does,
 * until they are taken off: who changes their mind still has it.
 */
export function holdsPlace({ status }: Pick<GroupPlace, 'status'>): boolean {
  return status === 'booked' || status === 'attended' || status === 'failed_to_attend';
}

/** How many places of a session are left; never below 0. */
export function placesLeft(capacity: number, places: readonly Pick<GroupPlace, 'status'>[]): number {
  return Math.max(0, capacity - places.filter(holdsPlace).length);
}
