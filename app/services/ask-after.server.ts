import type { Queryable } from '@db/client.server';
import { lockMessagesToAsk } from '@db/queries/asking.server';
import { lockMessage, updateMessage, type MessageRow } from '@db/queries/messages.server';
import type { LookedUp } from '~/adapters/messaging/sender';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';
import { DEFAULT_ENGINE, paceOfAsking } from './engine-settings';
import { applyNews } from './receive-status.server';
import { askAtOf } from './when-to-ask';

/** Providers are asked beside the sending, which comes first. */
const AT_ONCE = 4;
/** How soon a provider that could not be asked about a missing receipt is tried again. */
const NOT_ANSWERED = 5 * MINUTE;

/**
 * Asks providers about messages whose receipt has not come, and about what delivered ones cost. Taking a message puts its
 * next question off in the same transaction, so that two workers do not ask twice, and one that dies loses one question only.
 * @returns how many were asked about.
 */
export const askAfter = (deps: Deps, settings = DEFAULT_ENGINE) => {
  const take = (): Promise<MessageRow[]> =>
    deps.db.write(async (q) => {
      const due = await lockMessagesToAsk(q, deps.clock.now(), paceOfAsking(settings).batch);
      for (const message of due) await updateMessage(q, message.id, { askAt: askAtOf(deps, message) });
      return due;
    });

  async function ask(message: MessageRow): Promise<void> {
    const { id, provider, providerId, channel, requestId } = message;
    const sender = deps.senders.find((one) => one.provider === provider && one.channel === channel);
    if (!sender?.lookUp || providerId === null) return;
    const found = await sender.lookUp(providerId);
    await deps.db.write((q) => (found ? takeIn(q, deps, message, found) : askSooner(q, deps, id)));
    deps.log.info({ messageId: id, requestId, provider, found: found?.providerStatus ?? null }, 'message asked after');
  }

  return async (): Promise<number> => {
    const due = await take();
    const waiting = [...due];
    const runner = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        try {
          await ask(next);
        } catch (error) {
          const { id, requestId, provider } = next;
          deps.log.error({ messageId: id, requestId, provider, err: error }, 'message not asked after');
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, runner));
    return due.length;
  };
};

async function takeIn(q: Queryable, deps: Deps, message: MessageRow, found: LookedUp): Promise<void> {
  const { id, provider, providerId } = message;
  const { providerStatus, errorCode } = found;
  const news = { provider: provider ?? '', messageId: id, providerId: providerId ?? '', providerStatus, errorCode };
  await applyNews(q, deps, news, 'reconciliation');
  const now = await lockMessage(q, id);
  if (!now) return;
  const costs = {
    segments: found.segments ?? now.segments,
    price: found.price ?? now.price,
    currency: found.currency ?? now.currency,
  };
  await updateMessage(q, id, { ...costs, askAt: askAtOf(deps, { ...now, ...costs }) });
}

async function askSooner(q: Queryable, deps: Deps, id: string): Promise<void> {
  const message = await lockMessage(q, id);
  if (message?.status !== 'accepted' && message?.status !== 'sent') return;
  const soon = deps.clock.now() + NOT_ANSWERED;
  await updateMessage(q, id, { askAt: Math.min(message.askAt ?? soon, soon) });
}
