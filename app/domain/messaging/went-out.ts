import type { MessageStatus } from './message';

/** True when a provider has a message, or may have it: the person may have read it. */
export function wentOut(status: MessageStatus): boolean {
  return ['claimed', 'unknown', 'accepted', 'sent', 'delivered'].includes(status);
}

/** True when a message ended before anybody tried to send it. */
export function neverTried(status: MessageStatus): boolean {
  return status === 'superseded' || status === 'cancelled';
}
