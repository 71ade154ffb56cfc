import type { MessageSender } from './sender';

/**
 * The development provider: everything is accepted at once, and goes nowhere. The ledger row is what the outbox page
 * shows, so there is nothing to keep here, and a message whose outcome is unknown was certainly not handed over.
 * @throws in production, where a message that goes nowhere would be a person who is not told.
 */
export function createOutbox(channel: 'sms' | 'email' | 'voice', mode: string): MessageSender {
  if (mode === 'production') throw new Error('The outbox does not send anything and must not be used in production');
  return {
    provider: 'outbox',
    channel,
    perSecond: null,
    send: async (message) => ({ kind: 'accepted', providerId: message.id, segments: null }),
    reconcile: async () => ({ kind: 'not_found' }),
    lookUp: null,
    close: async () => {},
  };
}
