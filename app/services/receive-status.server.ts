import type { Queryable } from '@db/client.server';
import { insertMessageEvents, lockMessage, updateMessage, type MessageRow } from '@db/queries/messages.server';
import { mayMove } from '~/domain/messaging/message-status';
import type { MessageStatus } from '~/domain/messaging/message';
import { stateOfProviderStatus } from '~/domain/messaging/provider-status';
import { causeOfCode } from '~/domain/messaging/twilio-codes';
import type { Deps } from './deps';
import { cancelLaterAttempts, followUp } from './follow-up.server';
import { learnDelivered, learnFailed } from './learn-contact-health.server';

export interface ProviderNews {
  provider: string;
  /** The attempt id that travelled in the callback's address. */
  messageId: string;
  providerId: string;
  /** The provider's own word, such as "delivered". */
  providerStatus: string;
  errorCode: string | null;
}

export type StatusReceived =
  { ok: true; moved: boolean } | { ok: false; reason: 'unknown_message' | 'unknown_status' | 'other_message' };

/**
 * Takes the provider's word about a message. The same news twice, late news and news before our own commit are all
 * harmless: every word is kept once, and the state only moves forward.
 */
export const receiveStatus =
  (deps: Deps) =>
  async (news: ProviderNews): Promise<StatusReceived> => {
    const source = news.provider === 'outbox' ? 'outbox' : 'callback';
    const result = await deps.db.write((q) => applyNews(q, deps, news, source));
    const { messageId, provider, providerStatus, errorCode } = news;
    deps.log.info({ messageId, provider, providerStatus, errorCode, result }, 'status received');
    return result;
  };

/** Applies news inside the caller's transaction; see `receiveStatus`. */
export async function applyNews(
  q: Queryable,
  deps: Deps,
  news: ProviderNews,
  source: 'callback' | 'outbox' | 'reconciliation',
): Promise<StatusReceived> {
  const state = stateOfProviderStatus(news.providerStatus);
  if (!state) return { ok: false, reason: 'unknown_status' };
  const message = await lockMessage(q, news.messageId);
  if (!message) return { ok: false, reason: 'unknown_message' };
  // Another message of the provider's with our attempt id in its address is not the one we have on record.
  if (message.providerId !== null && message.providerId !== news.providerId)
    return { ok: false, reason: 'other_message' };

  const now = deps.clock.now();
  const fresh = await insertMessageEvents(q, [
    {
      id: deps.newId(),
      messageId: message.id,
      at: now,
      status: state,
      source,
      detail: news.errorCode ? `${news.providerStatus} ${news.errorCode}` : news.providerStatus,
      newsKey: `status:${state}`,
    },
  ]);
  if (fresh.length === 0) return { ok: true, moved: false };

  const identity = { provider: message.provider ?? news.provider, providerId: news.providerId };
  if (!mayMove(heldBack(message), state)) {
    if (message.providerId === null) await updateMessage(q, message.id, identity);
    return { ok: true, moved: false };
  }
  const failed = state === 'failed' || state === 'undelivered';
  const person = failed && news.errorCode !== null && causeOfCode(news.errorCode) === 'person';
  const moved = {
    ...message,
    ...identity,
    ...instantsOf(message, state, now),
    status: state,
    ...(failed
      ? { errorCode: news.errorCode, reason: `${person ? 'person' : 'undelivered'}:${news.errorCode ?? state}` }
      : { reason: message.status === 'failed' ? null : message.reason }),
    leaseOwner: null,
    leaseUntil: null,
  };
  await updateMessage(q, message.id, moved);
  if (message.status === 'failed') await cancelLaterAttempts(q, deps, moved);
  if (state === 'delivered') await learnDelivered(q, moved, now);
  if (failed) {
    await learnFailed(q, deps, moved, news.errorCode);
    await followUp(q, deps, moved, { kind: person ? 'person' : 'undelivered', retryAfterMs: null });
  }
  return { ok: true, moved: true };
}

/** A message that was given up only because nobody had heard of it may still turn out to have arrived. */
function heldBack(message: MessageRow): MessageStatus {
  const givenUp = message.status === 'failed' && /^not_(handed_over|known)/.test(message.reason ?? '');
  return givenUp ? 'unknown' : message.status;
}

/** Which instants a move to `state` settles; what was skipped on the way happened by now as well. */
function instantsOf(message: MessageRow, state: MessageStatus, now: number) {
  const acceptedAt = message.acceptedAt ?? now;
  if (state === 'accepted') return { acceptedAt, finishedAt: null };
  if (state === 'sent') return { acceptedAt, sentAt: now, finishedAt: null };
  if (state === 'delivered') return { acceptedAt, sentAt: message.sentAt ?? now, deliveredAt: now, finishedAt: now };
  return { acceptedAt: message.acceptedAt, finishedAt: now };
}
