import { HOUR, MINUTE } from '../clock';
import type { SessionKind } from './role';

/** How long a session lasts without use, and at the most (ms). Source: docs/security.md, sessions. */
export const SESSION_LIFETIME: Record<SessionKind, { idle: number; absolute: number }> = {
  customer: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  staff: { idle: 15 * MINUTE, absolute: 8 * HOUR },
};

/** True while a session may be used at `now`; all instants in ms. */
export function isSessionAlive(
  session: { kind: SessionKind; lastSeenAt: number; endsAt: number },
  now: number,
): boolean {
  return now < session.endsAt && now - session.lastSeenAt < SESSION_LIFETIME[session.kind].idle;
}
