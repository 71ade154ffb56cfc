import type { Queryable } from '@db/client.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import {
  listMessages,
  lockAnswered,
  updateMessages,
  type AnsweredMessage,
  type MessageRow,
} from '@db/queries/messages.server';
import type { SendAnswer } from '~/adapters/messaging/sender';
import type { FailureKind } from '~/domain/messaging/failed-attempt';
import { mayMove } from '~/domain/messaging/message-status';
import type { Deps } from './deps';
import { callInstead, followUp } from './follow-up.server';
import { learnFailed } from './learn-contact-health.server';
import { noteAnswers } from './note-answer.server';
import { askAtOf } from './when-to-ask';

/** What came of a hand-over; `withdrawn` when, at the last look, the message should no longer go. */
export type Answer =
  | SendAnswer
  | {
      kind: 'withdrawn';
      because: 'changed_since' | 'opted_out' | 'out_of_time' | 'lapsed' | 'paused' | 'provider_down';
    };

/** What came of handing over an attempt, by the worker that holds this fencing token. */
export interface Answered {
  id: string;
  fence: number;
  answer: Answer;
}

/** `lost` when the worker had lost its lease (the fencing token moved on): nothing is changed, somebody else is finding out. */
export type Recorded = 'recorded' | 'lost';

/** Writes down what the provider said. */
export const recordAnswer = (deps: Deps) => {
  const record = recordAnswers(deps);
  return async (answered: Answered): Promise<Recorded> => (await record([answered]))[0]!;
};

/**
 * Writes down several answers, each about another message, in one transaction, so that they share its commit. A row whose
 * fencing token has moved on is left alone.
 * @returns what became of each, in their order.
 */
export const recordAnswers =
  (deps: Deps) =>
  (answered: readonly Answered[]): Promise<Recorded[]> =>
    deps.db.write(async (q) => {
      const ids = [...new Set(answered.map(({ id }) => id))];
      const rows = new Map((await lockAnswered(q, ids)).map((row) => [row.id, row]));
      const isHeld = ({ id, fence }: Answered) => rows.get(id)?.fence === fence;
      await record(
        q,
        deps,
        answered.filter(isHeld).map(({ id, answer }) => ({ message: rows.get(id)!, answer })),
      );
      return answered.map((one) => (isHeld(one) ? 'recorded' : 'lost'));
    });

interface ToRecord {
  message: AnsweredMessage;
  answer: Answer;
}

async function record(q: Queryable, deps: Deps, answers: readonly ToRecord[]): Promise<void> {
  if (answers.length === 0) return;
  const now = deps.clock.now();
  const down = await noteAnswers(q, deps, answers);
  const outcomes = answers.map((one, n) => outcomeOf(deps, one, { now, down: down[n]! }));
  await updateMessages(
    q,
    outcomes.map(({ change }) => change),
  );
  await insertMessageEvents(
    q,
    outcomes.map(({ event }) => event),
  );
  const troubled = outcomes.filter(({ isTrouble }) => isTrouble);
  const troubledIds = troubled.map(({ change }) => change.id);
  const rows = new Map((await listMessages(q, troubledIds)).map((row) => [row.id, row]));
  for (const { change, answer, failure } of troubled) {
    const after = rows.get(change.id)!;
    if (after.status === 'expired') await callInstead(q, deps, after, 'out_of_time');
    if (!failure) continue;
    if (failure.kind === 'person' && answer.kind === 'rejected') await learnFailed(q, deps, after, after.errorCode);
    await followUp(q, deps, after, failure);
  }
}

/** What an answer changes, what the history says of it, and whether anything follows: not where a receipt was here first. */
function outcomeOf(deps: Deps, { message, answer }: ToRecord, seen: { now: number; down: boolean }) {
  const { change, failure, detail } = settle(message, answer, seen);
  // A receipt may have been here first: then only what it could not know is added.
  const overtaken = change.status !== undefined && !mayMove(message.status, change.status);
  const { providerId, segments, acceptedAt } = change;
  const kept = overtaken ? defined({ providerId, segments, acceptedAt }) : change;
  const askAt = overtaken ? message.askAt : askAtOf(deps, { ...message, ...kept });
  return {
    answer,
    failure,
    change: { id: message.id, ...kept, askAt, leaseOwner: null, leaseUntil: null },
    isTrouble: !overtaken && (failure !== null || change.status === 'expired'),
    event: {
      id: deps.newId(),
      messageId: message.id,
      at: seen.now,
      status: change.status ?? message.status,
      source: 'worker' as const,
      detail,
      newsKey: `answer:${message.fence}`,
    },
  };
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
function settle(message: AnsweredMessage, answer: Answer, { now, down }: { now: number; down: boolean }): Settled {
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
