import { isStanding, type AppointmentStatus } from './appointment';
import { isCancelled } from './told-facts';

/**
 * How an appointment stands for its own customer. `over`: it has ended, and nobody has said yet what came of it.
 * `missed` is never said with blame; `not_held` is one that they were excused from.
 */
export type OwnState = 'coming' | 'over' | 'attended' | 'missed' | 'not_held' | 'rearranged' | 'cancelled';

interface Kept {
  status: AppointmentStatus;
  /** Instant in ms. */
  endsAt: number;
}

/** @param now instant in ms. What has begun is still coming until it ends: being late is not being absent. */
export function ownStateOf({ status, endsAt }: Kept, now: number): OwnState {
  if (isStanding(status)) return now < endsAt ? 'coming' : 'over';
  if (isCancelled(status)) return 'cancelled';
  if (status === 'attended' || status === 'rearranged') return status;
  return status === 'excused' ? 'not_held' : 'missed';
}

/** True when its customer can be asked whether they got what they needed: they met, as far as anybody knows. */
export function mayGiveFeedback(state: OwnState): boolean {
  return state === 'attended' || state === 'over';
}
