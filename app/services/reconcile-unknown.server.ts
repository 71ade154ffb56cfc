import type { Queryable } from '@db/client.server';
import { listRuleTimes } from '@db/queries/arming.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import {
  listAdoptedProviderIds,
  lockAbandonedMessages,
  lockMessage,
  lockUnknownMessages,
  updateMessage,
  type MessageRow,
} from '@db/queries/messages.server';
import type { MessageSender, OutgoingMessage, Reconciliation } from '~/adapters/messaging/sender';
import { FAILURE_LIMITS } from '~/domain/messaging/failed-attempt';
import type { Deps } from './deps';
import { DEFAULT_ENGINE, paceOfAsking } from './engine-settings';
import { followUp } from './follow-up.server';
import { applyNews } from './receive-status.server';
import { askAtOf } from './when-to-ask';

interface Question {
  message: MessageRow;
  fence: number;
  askedAt: number;
  /** When the attempt was, or may have been, handed over at the earliest (ms). */
  since: number;
}

/** What was found out, and from which provider. */
type Finding = Reconciliation & { provider: string };

/** Its provider is not configured any more, or what was written down cannot be opened. */
const CANNOT_BE_ASKED: Finding = { kind: 'cannot_tell', ever: false, detail: 'cannot be asked about', provider: '' };

/**
 * Finds out what became of messages whose outcome nobody knows: those whose worker has not come back, and those whose
 * provider gave no clear answer. The provider is asked; only when it does not know the message, long enough after the
 * hand-over, may it be sent again. The same for messages that another copy of this database may have sent: see
 * `needsCheck`. Source: design of the reminder engine, "unknown".
 * @returns how many were asked about.
 */
export const reconcileUnknown = (deps: Deps, engine = DEFAULT_ENGINE) => {
  const settings = { ...engine, ...paceOfAsking(engine) };

  async function take(worker: string): Promise<Question[]> {
    return deps.db.write(async (q) => {
      const askedAt = deps.clock.now();
      await sweepAbandoned(q, deps, askedAt, settings);
      const unknown = await lockUnknownMessages(q, askedAt, settings.batch);
      for (const { id, fence } of unknown)
        await updateMessage(q, id, { leaseOwner: worker, leaseUntil: askedAt + settings.leaseMs, fence: fence + 1 });
      const checks = unknown.filter(isOnlyAskedAbout).flatMap(({ reminderId }) => reminderId ?? []);
      const ruleTimes = await listRuleTimes(q, checks);
      return unknown.map((message) => {
        // The other copy may have sent it at its rule's time, whatever has put this attempt off.
        const ruleTime = isOnlyAskedAbout(message) ? ruleTimes.get(message.reminderId ?? '') : undefined;
        const since = message.claimedAt ?? ruleTime ?? message.createdAt;
        return { message, fence: message.fence + 1, askedAt, since };
      });
    });
  }

  async function ask({ message, since }: Question): Promise<Finding[]> {
    const outgoing = openSafely(deps, message);
    const findings: Finding[] = [];
    for (const sender of outgoing ? sendersToAsk(deps, message) : []) {
      const reconciliation = await sender.reconcile(outgoing!, since, { sameLink: message.checkFirst });
      findings.push({ ...reconciliation, provider: sender.provider });
    }
    return findings.length > 0 ? findings : [CANNOT_BE_ASKED];
  }

  async function settle(question: Question, findings: Finding[]): Promise<string> {
    return deps.db.write(async (q) => {
      const message = await lockMessage(q, question.message.id);
      if (message?.fence !== question.fence || message.status !== 'unknown') return 'lost';
      for (const found of findings)
        if (found.kind === 'found' && (await adopt(q, deps, message, found))) return 'adopted';
      // What was not handed over by this copy at all needs no waiting for.
      const patient =
        isOnlyAskedAbout(message) ||
        question.askedAt >= (message.claimedAt ?? message.createdAt) + settings.resendUnknownAfterMs;
      const silent = findings.flatMap((one) => (one.kind === 'cannot_tell' ? [one] : []));
      if (silent.length > 0) {
        const lastChance = message.sendBy - FAILURE_LIMITS.near;
        const worthAsking = silent.every(({ ever }) => ever) ? question.askedAt < lastChance : !patient;
        return worthAsking ? askAgain(q, message, question.askedAt) : giveUp(q, deps, message, 'not_known');
      }
      return patient ? giveUp(q, deps, message, 'not_handed_over') : askAgain(q, message, question.askedAt);
    });
  }

  async function askAgain(q: Queryable, message: MessageRow, now: number): Promise<string> {
    await updateMessage(q, message.id, { leaseOwner: null, leaseUntil: now + settings.askAgainMs });
    return 'ask_again';
  }

  return async (worker: string): Promise<number> => {
    const questions = await take(worker);
    const waiting = [...questions];
    const runner = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { id, requestId, provider } = next.message;
        try {
          const outcome = await settle(next, await ask(next));
          deps.log.info({ messageId: id, requestId, provider, outcome }, 'unknown message asked about');
        } catch (error) {
          deps.log.error({ messageId: id, requestId, provider, err: error }, 'unknown message not settled');
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(settings.concurrency, waiting.length) }, runner));
    return questions.length;
  };
};

/** True for a message that this copy of the database has not handed over, and asks about because another may have. */
function isOnlyAskedAbout(message: MessageRow): boolean {
  return message.checkFirst && message.claimedAt === null;
}

/** The provider that has the message or may have it; where another copy chose, every provider of that channel. */
function sendersToAsk(deps: Deps, message: MessageRow): MessageSender[] {
  const ofChannel = deps.senders.filter((one) => one.channel === message.channel);
  return isOnlyAskedAbout(message) ? ofChannel : ofChannel.filter((one) => one.provider === message.provider);
}

/**
 * A worker that has not come back may or may not have handed its messages over. If only the clock was put on, it is
 * handing them over at this moment: the provider is asked when that must have ended.
 */
async function sweepAbandoned(
  q: Queryable,
  deps: Deps,
  now: number,
  settings: Pick<typeof DEFAULT_ENGINE, 'batch' | 'deadlineMs'>,
): Promise<void> {
  const abandoned = await lockAbandonedMessages(q, now, settings.batch);
  const leaseUntil = now + settings.deadlineMs;
  for (const { id, fence } of abandoned)
    await updateMessage(q, id, { status: 'unknown', leaseOwner: null, leaseUntil, fence: fence + 1 });
  await insertMessageEvents(
    q,
    abandoned.map(({ id, fence }) => ({
      id: deps.newId(),
      messageId: id,
      at: now,
      status: 'unknown' as const,
      source: 'worker' as const,
      detail: 'the worker did not come back',
      newsKey: `abandoned:${fence}`,
    })),
  );
}

function openSafely(deps: Deps, message: MessageRow): OutgoingMessage | null {
  if (!message.recipient || !message.body) return null;
  try {
    return {
      id: message.id,
      recipient: deps.vault.open(message.recipient),
      subject: null,
      body: deps.vault.open(message.body),
      sendBy: message.sendBy,
      calendar: null,
      language: message.language,
    };
  } catch {
    // Its own row says so below; there is nothing else to be done with a value that cannot be opened.
    return null;
  }
}

/** Takes the first candidate that no other attempt has, and with it whatever the provider says of it. */
async function adopt(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  found: Extract<Finding, { kind: 'found' }>,
): Promise<boolean> {
  const { candidates, provider } = found;
  const providerIds = candidates.map((candidate) => candidate.providerId);
  const taken = await listAdoptedProviderIds(q, { provider, providerIds, exceptId: message.id });
  const ours = candidates.find(({ providerId }) => !taken.includes(providerId));
  if (!ours) return false;
  const now = deps.clock.now();
  const change = {
    status: 'accepted',
    provider,
    providerId: ours.providerId,
    claimedAt: message.claimedAt ?? now,
    acceptedAt: message.acceptedAt ?? now,
    leaseOwner: null,
    leaseUntil: null,
  } as const;
  await updateMessage(q, message.id, { ...change, askAt: askAtOf(deps, { ...message, ...change }) });
  await insertMessageEvents(q, [eventOf(deps, message, 'accepted', 'the provider has it', now)]);
  const news = { ...ours, provider, messageId: message.id };
  await applyNews(q, deps, news, 'reconciliation');
  return true;
}

async function giveUp(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  reason: 'not_handed_over' | 'not_known',
): Promise<string> {
  const now = deps.clock.now();
  const change = { status: 'failed', reason, finishedAt: now, leaseOwner: null, leaseUntil: null } as const;
  await updateMessage(q, message.id, change);
  await insertMessageEvents(q, [eventOf(deps, message, 'failed', reason, now)]);
  await followUp(q, deps, { ...message, ...change }, { kind: reason, retryAfterMs: null });
  return reason;
}

function eventOf(deps: Deps, message: MessageRow, status: 'accepted' | 'failed', detail: string, at: number) {
  return {
    id: deps.newId(),
    messageId: message.id,
    at,
    status,
    source: 'reconciliation' as const,
    detail,
    newsKey: `reconciled:${message.fence}`,
  };
}
