import type { Queryable } from '@db/client.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { lockMessage, type MessageRow } from '@db/queries/messages.server';
import type { DeliveryReport } from '~/adapters/messaging/delivery-report';
import type { Deps } from './deps';
import { applyNews } from './receive-status.server';

export type BounceReceived =
  { ok: true; did: 'moved' | 'noted' | 'nothing_new' } | { ok: false; reason: 'unknown_message' | 'other_message' };

/**
 * Takes in what a mail server says later about an email. A report that names no message of ours, or whose parts name
 * different ones, changes nothing. The same report twice is kept once.
 */
export const receiveBounce =
  (deps: Deps) =>
  async (report: DeliveryReport): Promise<BounceReceived> => {
    const id = attemptIdOf(report);
    if (id === null) return { ok: false, reason: report.attemptIds.length > 1 ? 'other_message' : 'unknown_message' };
    const result = await deps.db.write((q) => takeIn(q, deps, id, report));
    deps.log.info(
      { messageId: id, provider: 'smtp', action: report.action, status: report.status, result },
      'bounce received',
    );
    return result;
  };

/** The one attempt that the address, the envelope and the Message-ID name, as far as they name any. */
function attemptIdOf({ attemptIds, messageId }: DeliveryReport): string | null {
  const fromMessageId = /^<([0-9a-f-]{36})@/i.exec(messageId ?? '')?.[1]?.toLowerCase();
  if (attemptIds.length === 0) return fromMessageId ?? null;
  return attemptIds.length === 1 ? attemptIds[0]! : null;
}

async function takeIn(q: Queryable, deps: Deps, id: string, report: DeliveryReport): Promise<BounceReceived> {
  const message = await lockMessage(q, id);
  if (message?.provider !== 'smtp') return { ok: false, reason: 'unknown_message' };
  const providerId = idOnRecord(message, report);
  if (providerId === null) return { ok: false, reason: 'other_message' };
  const status = stateOf(report);
  if (status === null) return note(q, deps, message, report);
  const news = { provider: 'smtp', messageId: id, providerId, providerStatus: status, errorCode: null };
  const told = await applyNews(
    q,
    deps,
    status === 'delivered' ? news : { ...news, errorCode: report.status },
    'callback',
  );
  if (!told.ok) return { ok: false, reason: 'other_message' };
  return { ok: true, did: told.moved ? 'moved' : 'nothing_new' };
}

/** The Message-ID that it was sent with, if the report is about that one; null if it is about another. */
function idOnRecord(message: MessageRow, { messageId }: DeliveryReport): string | null {
  if (message.providerId !== null)
    return messageId === null || messageId === message.providerId ? message.providerId : null;
  // The answer to the hand-over was lost, and this is the first that is heard of it.
  return messageId?.toLowerCase().startsWith(`<${message.id}@`) ? messageId : null;
}

function stateOf({ action, status }: DeliveryReport): 'delivered' | 'undelivered' | null {
  if (action === 'failed') return status.startsWith('2') ? null : 'undelivered';
  return action === 'delivered' && status.startsWith('2') ? 'delivered' : null;
}

/** Delayed, or handed on to a server that reports nothing: good to know, and no reason to do anything yet. */
async function note(q: Queryable, deps: Deps, message: MessageRow, report: DeliveryReport): Promise<BounceReceived> {
  const fresh = await insertMessageEvents(q, [
    {
      id: deps.newId(),
      messageId: message.id,
      at: deps.clock.now(),
      status: message.status,
      source: 'callback',
      detail: `${report.action} ${report.status}`,
      newsKey: `report:${report.action}`,
    },
  ]);
  return { ok: true, did: fresh.length > 0 ? 'noted' : 'nothing_new' };
}
