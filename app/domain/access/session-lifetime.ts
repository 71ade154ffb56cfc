import { HOUR, MINUTE } from '../clock';
import type { SessionKind } from './role';

/** What a session is for; each use has its own life. */
export type SessionUse = SessionKind | 'kiosk' | 'help';

/** How long a session lasts without use, and at the most (ms). Source: docs/security.md, sessions. */
export const SESSION_LIFETIME: Record<SessionUse, { idle: number; absolute: number }> = {
  customer: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  staff: { idle: 15 * MINUTE, absolute: 8 * HOUR },
  kiosk: { idle: 3 * MINUTE, absolute: 30 * MINUTE },
  help: { idle: 15 * MINUTE, absolute: HOUR },
};

/** What a session is for: a customer's on a shared computer, or one that a colleague uses for them, is not like their own. */
export function sessionUse(session: { kind: SessionKind; kioskId: string | null; helpId: string | null }): SessionUse {
  if (session.helpId !== null) return 'help';
  return session.kioskId === null ? session.kind : 'kiosk';
}

/** True while a session may be used at `now`; all instants in ms. */
export function isSessionAlive(
  session: { kind: SessionUse; lastSeenAt: number; endsAt: number },
  now: number,
): boolean {
  return now < session.endsAt && now - session.lastSeenAt < SESSION_LIFETIME[session.kind].idle;
}
