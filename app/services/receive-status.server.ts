import type { Queryable } from '@db/client.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { lockMessage, updateMessage, type MessageRow } from '@db/queries/messages.server';
import { listCallMarks } from '@db/queries/voice-calls.server';
import { stateOfCall } from '~/domain/messaging/call-status';
import { failureKindOf, type FailureKind } from '~/domain/messaging/failed-attempt';
import { mayMove } from '~/domain/messaging/message-status';
import type { MessageStatus } from '~/domain/messaging/message';
import { kindOfFailure } from '~/domain/messaging/provider-codes';
import { stateOfProviderStatus } from '~/domain/messaging/provider-status';
import type { Deps } from './deps';
import { cancelLaterAttempts, closeCallsOvertaken, followUp } from './follow-up.server';
import { learnDelivered, learnFailed } from './learn-contact-health.server';
import { askAtOf } from './when-to-ask';

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
  const message = await lockMessage(q, news.messageId);
  if (!message) return { ok: false, reason: 'unknown_message' };
  const read = message.channel === 'voice' ? await readCall(q, news) : readMessage(news);
  if (!read) return { ok: false, reason: 'unknown_status' };
  const { state, failure } = read;
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
  if (!mayMove(heldBack(message, state), state)) {
    if (message.providerId === null) await updateMessage(q, message.id, identity);
    return { ok: true, moved: false };
  }
  const moved = {
    ...message,
    ...identity,
    ...instantsOf(message, state, now),
    status: state,
    ...(failure
      ? { errorCode: news.errorCode, reason: `${failure.kind}:${failure.code}` }
      : { reason: isGivenUp(message) ? null : message.reason }),
    leaseOwner: null,
    leaseUntil: null,
  };
  await updateMessage(q, message.id, { ...moved, askAt: askAtOf(deps, moved) });
  if (isGivenUp(message)) await cancelLaterAttempts(q, deps, moved);
  if (state === 'delivered') {
    await learnDelivered(q, moved, now);
    await closeCallsOvertaken(q, deps, moved);
  }
  if (failure) {
    const { kind, code } = failure;
    // What went wrong at the provider or with us says nothing about the number, and one that rings is a good one.
    if (!NOT_THE_NUMBER.includes(code) && (kind === 'person' || kind === 'undelivered'))
      await learnFailed(q, deps, moved, news.errorCode);
    await followUp(q, deps, moved, { kind, retryAfterMs: null });
  }
  return { ok: true, moved: true };
}

/** Ends of a voice call that say nothing of the number. */
const NOT_THE_NUMBER: readonly string[] = ['opted_out', 'changed_since', 'not_asked'];

interface Read {
  state: MessageStatus;
  failure: { kind: FailureKind; code: string } | null;
}

function readMessage({ provider, providerStatus, errorCode }: ProviderNews): Read | null {
  const state = stateOfProviderStatus(provider, providerStatus);
  if (!state) return null;
  const failed = state === 'failed' || state === 'undelivered';
  return { state, failure: failed ? { kind: kindOfFailure(provider, errorCode), code: errorCode ?? state } : null };
}

/** The provider knows that a call was answered, and we know whether anybody pressed a key. */
async function readCall(q: Queryable, news: ProviderNews): Promise<Read | null> {
  const read = stateOfCall(news.providerStatus, await listCallMarks(q, news.messageId), news.errorCode);
  return read && { state: read.status, failure: read.failure };
}

/** Given up only because nobody had heard of it, or a call nobody seemed to take: it may still turn out to have arrived. */
function isGivenUp(message: MessageRow): boolean {
  const kind = failureKindOf(message.reason);
  if (message.status === 'undelivered') return kind === 'not_reached';
  return message.status === 'failed' && (kind === 'not_handed_over' || kind === 'not_known');
}

function heldBack(message: MessageRow, state: MessageStatus): MessageStatus {
  if (!isGivenUp(message)) return message.status;
  if (message.status === 'undelivered') return state === 'delivered' ? 'sent' : message.status;
  return 'unknown';
}

/** Which instants a move to `state` settles; what was skipped on the way happened by now as well. */
function instantsOf(message: MessageRow, state: MessageStatus, now: number) {
  const acceptedAt = message.acceptedAt ?? now;
  if (state === 'accepted') return { acceptedAt, finishedAt: null };
  if (state === 'sent') return { acceptedAt, sentAt: now, finishedAt: null };
  if (state === 'delivered') return { acceptedAt, sentAt: message.sentAt ?? now, deliveredAt: now, finishedAt: now };
  return { acceptedAt: message.acceptedAt, finishedAt: now };
}
