import type { MessageSender } from './sender';

/**
 * The office's own print queue. A letter is put into it in the transaction that claims the message, so that it is in
 * both or in neither; there is nothing to hand over, and nothing whose outcome could be unknown.
 */
export function createPrintQueue(): MessageSender {
  return {
    provider: 'print',
    channel: 'letter',
    perSecond: null,
    // Only a message that did not go through the claim's queue could come here, and nobody would see it to print it.
    send: async () => ({
      kind: 'rejected',
      cause: 'us',
      code: 'not_queued',
      detail: 'letters are queued when claimed',
    }),
    reconcile: async () => ({ kind: 'not_found' }),
    lookUp: null,
    close: async () => {},
  };
}
