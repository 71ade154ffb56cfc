import type { MessageSender } from '~/adapters/messaging/sender';

/** A provider that takes everything at once, and remembers for whom. */
export function noOpSender(
  options: { perSecond?: number; took?: (recipient: string, body: string) => void } = {},
): MessageSender {
  return {
    provider: 'twilio',
    channel: 'sms',
    perSecond: options.perSecond ?? null,
    lookUp: null,
    async send(message) {
      options.took?.(message.recipient, message.body);
      return { kind: 'accepted', providerId: message.id, segments: 1 };
    },
    reconcile: async () => ({ kind: 'not_found' }),
    close: async () => {},
  };
}
