import { HOUR, MINUTE, SECOND } from '../clock';
import { SESSION_LIFETIME } from '../access/session-lifetime';

/** How long the code that makes a computer a shared one can be used (ms). */
export const ENROL_CODE_LIFETIME = 15 * MINUTE;

/** How long a shared computer stays open when nobody uses it (ms); it is locked at the end of the office's day at the latest. */
const OPEN_WITHOUT_USE = 2 * HOUR;

/**
 * After so many seconds without a press a page hides itself and leads away (s). In the last 60 of them people are asked whether
 * they need more time (styles/kiosk.scss). Source: docs/kiosk.md, and WCAG 2.2.1, which wants 20 s or more.
 */
export const IDLE_SECONDS = SESSION_LIFETIME.kiosk.idle / SECOND;

/** Until when a computer that is used at `now` stays open. @param dayEnds end of the office's day; all instants in ms. */
export function openUntil(now: number, dayEnds: number): number {
  return Math.min(now + OPEN_WITHOUT_USE, dayEnds);
}

/** What a shared computer is to the people of its office. */
export type KioskState = 'waits' | 'locked' | 'open' | 'revoked';

/** The state at `now`; `waits` is one that has a name and was never enrolled. */
export function kioskState(
  kiosk: { enrolledAt: number | null; revokedAt: number | null; openUntil: number | null },
  now: number,
): KioskState {
  if (kiosk.revokedAt !== null) return 'revoked';
  if (kiosk.enrolledAt === null) return 'waits';
  return kiosk.openUntil !== null && now < kiosk.openUntil ? 'open' : 'locked';
}

/** The longest name of a shared computer, in characters. */
export const KIOSK_NAME_LENGTH = 40;

/** What is wrong with the name of a shared computer; null when it will do. */
export function nameProblem(name: string): 'empty' | 'long' | null {
  if (name.trim() === '') return 'empty';
  return name.trim().length > KIOSK_NAME_LENGTH ? 'long' : null;
}

/** Digits as somebody types them from a screen or a paper, "4821 0937", without what stands between. */
export function typedDigits(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/**
 * How long the page of somebody who has signed in may stay on the screen (s): three minutes, or what is left of their half
 * hour, rounded down to ten seconds because a style sheet knows a few lengths only.
 * @param endsAt when the session ends whatever happens (ms).
 */
export function secondsOnScreen(endsAt: number, now: number): number {
  const left = Math.floor((endsAt - now) / (10 * SECOND)) * 10;
  return Math.max(10, Math.min(IDLE_SECONDS, left));
}

/** From when on people are told that their half hour is nearly over (ms before its end). */
const LAST_MINUTES = 5 * MINUTE;

/** True when somebody should be told that their half hour is nearly over. */
export function isNearlyOver(endsAt: number, now: number): boolean {
  return endsAt - now <= LAST_MINUTES;
}
