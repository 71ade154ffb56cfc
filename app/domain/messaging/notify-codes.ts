import type { FailureKind } from './failed-attempt';

/**
 * GOV.UK Notify's words for a message that did not arrive, in the engine's: they are its only error codes.
 * Source: https://docs.notifications.service.gov.uk/node.html, "Email, text message and letter status descriptions".
 */
const FAILURES: Record<string, { kind: FailureKind; meaning: string }> = {
  'permanent-failure': { kind: 'person', meaning: 'a wrong number or address, or the network refuses it' },
  'temporary-failure': { kind: 'undelivered', meaning: 'phone off, no signal, or a full inbox, for up to 72 hours' },
  // "Your message was not sent … You’ll have to try sending your messages again."
  'technical-failure': { kind: 'later', meaning: 'trouble between Notify and the network; it was not sent' },
  'validation-failed': { kind: 'us', meaning: 'the letter is not as Notify wants its letters' },
  'virus-scan-failed': { kind: 'us', meaning: 'Notify suspects the letter’s file' },
  cancelled: { kind: 'undelivered', meaning: 'somebody withdrew the letter in Notify' },
  'returned-letter': { kind: 'person', meaning: 'the letter came back' },
  failed: { kind: 'undelivered', meaning: 'did not arrive, for no reason given' },
};

/** Our own code for a number or address that Notify will not take. */
export const NOT_A_RECIPIENT = 'not_a_recipient';

/** The error code that a status of Notify's is; null for one that is no failure. */
export function notifyErrorCode(status: string): string | null {
  return Object.hasOwn(FAILURES, status) ? status : null;
}

/** Whose fault a failure is; null for a code that is none of Notify's. */
export function kindOfNotifyFailure(code: string): FailureKind | null {
  return FAILURES[code]?.kind ?? null;
}

/** True when the number or address will never work. A network that refuses our words would say the same of a number. */
export function isDeadForNotify(channel: string, code: string): boolean {
  return code === NOT_A_RECIPIENT || (channel === 'email' && code === 'permanent-failure');
}
