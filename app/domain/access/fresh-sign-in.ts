import { MINUTE } from '../clock';

/** How long after signing in somebody may change how they are reached, or take their data, without being asked again (ms). */
const FRESH = 10 * MINUTE;
/** A page that was opened in time may be sent a while later: nobody types a new address against the clock. */
const TO_SEND_IT = 10 * MINUTE;

/**
 * True while somebody has proved lately enough who they are. Source: docs/security.md, changing a phone or email.
 * @param signedInAt when the session began (ms).
 * @param use whether a page is opened, or a form that it held is sent.
 */
export function isFreshSignIn(signedInAt: number, use: 'open' | 'send', now: number): boolean {
  return now - signedInAt < (use === 'open' ? FRESH : FRESH + TO_SEND_IT);
}
