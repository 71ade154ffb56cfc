import type { MessageRow } from '@db/queries/messages.server';
import { nextAskAt, type AskableMessage } from '~/domain/messaging/next-ask';
import type { Deps } from './deps';

/**
 * When the provider is to be asked about a message (ms); null where it cannot be asked.
 * @param message the row as it is now.
 */
export function askAtOf(deps: Deps, message: AskableMessage & Pick<MessageRow, 'provider' | 'channel'>): number | null {
  const sender = deps.senders.find((one) => one.provider === message.provider && one.channel === message.channel);
  return sender?.lookUp ? nextAskAt(message, deps.clock.now()) : null;
}
