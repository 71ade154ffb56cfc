import type { Queryable } from '@db/client.server';
import { insertMessageEvents, lockMessage, updateMessage, type MessageRow } from '@db/queries/messages.server';
import type { SendAnswer } from '~/adapters/messaging/sender';
import type { FailureKind } from '~/domain/messaging/failed-attempt';
import { mayMove } from '~/domain/messaging/message-status';
import type { Deps } from './deps';
import { callInstead, followUp } from './follow-up.server';
import { learnFailed } from './learn-contact-health.server';
import { noteAnswer } from './note-answer.server';
import { askAtOf } from './when-to-ask';

/** What came of a hand-over; `withdrawn` when, at the last look, the message should no longer go. */
export type Answer =
  | SendAnswer
  | {
      kind: 'withdrawn';
      because: 'changed_since' | 'opted_out' | 'out_of_time' | 'lapsed' | 'paused' | 'provider_down';
    };

/**
 * Writes down what the provider said. A worker that lost its lease (the fencing token moved on) changes nothing.
 * @returns `lost` in that case; then somebody else is finding out.
 */
export const recordAnswer =
  (deps: Deps) =>
  ({ id, fence, answer }: { id: string; fence: number; answer: Answer }): Promise<'recorded' | 'lost'> =>
    deps.db.write(async (q) => {
      const message = await lockMessage(q, id);
      if (message?.fence !== fence) return 'lost';
      await record(q, deps, message, answer);
      return 'recorded';
    });

async function record(q: Queryable, deps: Deps, message: MessageRow, answer: Answer): Promise<void> {
  const now = deps.clock.now();
  const down = await noteAnswer(q, deps, message, answer);
  const { change, failure, detail } = settle(message, answer, { now, down });
  // A receipt may have been here first: then only what it could not know is added.
  const overtaken = change.status !== undefined && !mayMove(message.status, change.status);
  const { providerId, segments, acceptedAt } = change;
  const kept = overtaken ? defined({ providerId, segments, acceptedAt }) : change;
  const after = { ...message, ...kept };
  const askAt = overtaken ? message.askAt : askAtOf(deps, after);
  await updateMessage(q, message.id, { ...kept, askAt, leaseOwner: null, leaseUntil: null });
  await insertMessageEvents(q, [
    {
      id: deps.newId(),
      messageId: message.id,
      at: now,
      status: change.status ?? message.status,
      source: 'worker',
      detail,
      newsKey: `answer:${message.fence}`,
    },
  ]);
  if (overtaken) return;
  if (after.status === 'expired') await callInstead(q, deps, after, 'out_of_time');
  if (!failure) return;
  if (failure.kind === 'person' && answer.kind === 'rejected') await learnFailed(q, deps, after, after.errorCode);
  await followUp(q, deps, after, failure);
}

function defined<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

interface Settled {
  change: Partial<MessageRow>;
  failure: { kind: FailureKind; retryAfterMs: number | null } | null;
  detail: string;
}

/** @param down the provider as a whole does not work, whatever the message. */
function settle(message: MessageRow, answer: Answer, { now, down }: { now: number; down: boolean }): Settled {
  const failed = (kind: FailureKind, code: string, retryAfterMs: number | null = null): Settled => ({
    change: { status: 'failed', reason: `${kind}:${code}`, errorCode: code, finishedAt: now },
    failure: { kind, retryAfterMs },
    detail: `${kind}:${code}`,
  });
  switch (answer.kind) {
    case 'accepted':
      return {
        change: {
          status: 'accepted',
          providerId: message.providerId ?? answer.providerId,
          segments: answer.segments,
          acceptedAt: message.acceptedAt ?? now,
        },
        failure: null,
        detail: 'accepted',
      };
    case 'rejected':
      return failed(answer.cause, answer.code);
    case 'try_later':
      return failed(down ? 'down' : 'later', answer.code, answer.retryAfterMs);
    case 'unknown':
      return { change: { status: 'unknown' }, failure: null, detail: answer.detail };
    case 'withdrawn':
      return withdrawn(answer.because, failed, now);
  }
}

function withdrawn(
  because: Extract<Answer, { kind: 'withdrawn' }>['because'],
  failed: (kind: FailureKind, code: string) => Settled,
  now: number,
): Settled {
  const ended = (status: 'superseded' | 'expired'): Settled => ({
    change: { status, reason: because, finishedAt: now },
    failure: null,
    detail: because,
  });
  switch (because) {
    case 'opted_out':
      return failed('person', because);
    case 'lapsed':
    case 'paused':
    case 'provider_down':
      // Certainly not handed over, so it may be claimed anew, and is then looked at anew.
      return {
        change: { status: 'failed', reason: 'not_handed_over', finishedAt: now },
        failure: { kind: 'not_handed_over', retryAfterMs: null },
        detail: because,
      };
    case 'out_of_time':
      return ended('expired');
    case 'changed_since':
      return ended('superseded');
  }
}
