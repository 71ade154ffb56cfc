import type { Queryable } from '@db/client.server';
import { insertMessage } from '@db/queries/messages.server';
import type { Language } from '~/domain/language';
import type { MessagePurpose } from '~/domain/messaging/message';
import type { Deps } from './deps';
import { indexInUse } from './index-in-use.server';

/** A message whose channel and words are already decided: a sign-in code, an answer to a reply. */
export interface DirectMessage {
  /** Its own, where what is told must be told once; a new one, unless told otherwise. */
  id?: string;
  purpose: Exclude<MessagePurpose, 'reminder'>;
  /** By voice only a sign-in code: its words are lines, each said by itself (`answerCodeCall`). */
  channel: 'sms' | 'email' | 'voice' | 'letter';
  /** E.164 number, email address, or the name and address of a letter. */
  recipient: string;
  /** The contact point's own, where that is not the whole of `recipient`. */
  recipientIndex?: string;
  subject: string | null;
  body: string;
  customerId: string | null;
  appointmentId?: string | null;
  language: Language;
  /** Not to be sent before (ms); at once, unless told otherwise. */
  notBefore?: number;
  /** The instant after which it is worth nothing, in ms. */
  sendBy: number;
  requestId: string | null;
}

/**
 * Puts a message in the ledger; the worker sends it within about a second. Call it inside the transaction that
 * causes it, so that both happen or neither. There is no call list behind it: when it fails, it fails.
 * @returns the message's id.
 */
export async function queueMessage(q: Queryable, deps: Deps, message: DirectMessage): Promise<string> {
  const now = deps.clock.now();
  const id = message.id ?? deps.newId();
  await insertMessage(q, {
    id,
    customerId: message.customerId,
    appointmentId: message.appointmentId ?? null,
    purpose: message.purpose,
    channel: message.channel,
    language: message.language,
    recipient: deps.vault.seal(message.recipient),
    recipientIndex: message.recipientIndex ?? (await indexInUse(q, deps, message.recipient)),
    subject: message.subject === null ? null : deps.vault.seal(message.subject),
    body: deps.vault.seal(message.body),
    status: 'planned',
    notBefore: Math.max(now, message.notBefore ?? now),
    sendBy: message.sendBy,
    requestId: message.requestId,
    createdAt: now,
  });
  return id;
}
