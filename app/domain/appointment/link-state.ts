import { isStanding, type AppointmentStatus } from './appointment';

/**
 * What the link in a text message still leads to. A link belongs to one version of one appointment and dies when
 * the appointment moves or ends (docs/security.md, text-message links).
 */
export type LinkState = 'open' | 'ended' | 'moved' | 'cancelled';

export interface LinkedAppointment {
  status: AppointmentStatus;
  version: number;
  /** Instant in ms. */
  endsAt: number;
}

/** @param now instant in ms. Cancelled outweighs moved: it is the news that matters. */
export function linkState(link: { version: number }, appointment: LinkedAppointment, now: number): LinkState {
  if (appointment.status === 'cancelled_by_customer' || appointment.status === 'cancelled_by_office')
    return 'cancelled';
  if (!isStanding(appointment.status)) return 'ended';
  if (link.version !== appointment.version) return 'moved';
  return now < appointment.endsAt ? 'open' : 'ended';
}

/** For how long pressing the same choice again gives the same page, in ms. */
const SAME_TAP_MS = 15 * 60_000;

/**
 * True when the holder of the version before is pressing again what has just been done: same choice, short while ago.
 * Instants in ms.
 */
export function isSameMoveAgain(
  asked: { version: number; startsAt: number },
  /** `movedAt`: when a link moved it last; null when it never moved, or somebody else moved it. */
  appointment: { version: number; startsAt: number; movedAt: number | null },
  now: number,
): boolean {
  return (
    appointment.movedAt !== null &&
    now - appointment.movedAt < SAME_TAP_MS &&
    asked.version === appointment.version - 1 &&
    asked.startsAt === appointment.startsAt
  );
}
