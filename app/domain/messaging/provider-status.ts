import type { MessageStatus } from './message';

/** Twilio's words for the state of a message, in ours; the outbox borrows them. `read` is more than delivered, which is all we ask. */
const TWILIO: Record<string, MessageStatus> = {
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

/**
 * GOV.UK Notify's words, for texts, emails and letters. `sent` is a text to a country that sends no receipts;
 * `accepted` is a letter at the printer's, `received` one in the post, of which nothing more is ever heard.
 */
const NOTIFY: Record<string, MessageStatus> = {
  created: 'accepted',
  'pending-virus-check': 'accepted',
  accepted: 'accepted',
  sending: 'sent',
  pending: 'sent',
  sent: 'sent',
  received: 'sent',
  delivered: 'delivered',
  'temporary-failure': 'undelivered',
  'permanent-failure': 'undelivered',
  'returned-letter': 'undelivered',
  'technical-failure': 'failed',
  'validation-failed': 'failed',
  'virus-scan-failed': 'failed',
  cancelled: 'failed',
  failed: 'failed',
};

/** Our state for a provider's word; null when it is no word that we know of that provider. */
export function stateOfProviderStatus(provider: string, word: string): MessageStatus | null {
  const words = provider === 'notify' ? NOTIFY : TWILIO;
  return Object.hasOwn(words, word) ? words[word]! : null;
}
