import type { MessageSender, OutgoingMessage, Reconciliation, SendAnswer } from '~/adapters/messaging/sender';

/** A way out that keeps what it was given and answers as the test says. */
export function scriptedSender(
  channel: 'sms' | 'email' | 'voice' | 'letter',
  overrides: {
    answer?: (message: OutgoingMessage) => SendAnswer | Promise<SendAnswer>;
    reconcile?: (message: OutgoingMessage) => Reconciliation;
    provider?: MessageSender['provider'];
    perSecond?: number;
  } = {},
): MessageSender & { sent: OutgoingMessage[] } {
  const sent: OutgoingMessage[] = [];
  const accept = (message: OutgoingMessage): SendAnswer => ({
    kind: 'accepted',
    providerId: `SM-${message.id}`,
    segments: 1,
  });
  return {
    provider: overrides.provider ?? (channel === 'email' ? 'smtp' : 'twilio'),
    channel,
    perSecond: overrides.perSecond ?? null,
    lookUp: null,
    sent,
    async send(message) {
      sent.push(message);
      return (overrides.answer ?? accept)(message);
    },
    reconcile: async (message) => overrides.reconcile?.(message) ?? { kind: 'not_found' },
    close: async () => {},
  };
}
