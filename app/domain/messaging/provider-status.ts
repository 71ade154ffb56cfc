import type { MessageStatus } from './message';

/** Twilio's words for the state of a message, in ours. `read` is more than delivered, which is all we ask. */
const STATES: Record<string, MessageStatus> = {
  queued: 'accepted',
  accepted: 'accepted',
  scheduled: 'accepted',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** Our state for a provider's word; null when it is no word we know. */
export function stateOfProviderStatus(word: string): MessageStatus | null {
  return STATES[word] ?? null;
}
