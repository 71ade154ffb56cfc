import type { Queryable } from '@db/client.server';
import { listProviderStates, lockProviderStates, updateProviderState } from '@db/queries/provider-states.server';
import type { MessageRow } from '@db/queries/messages.server';
import { afterSign, CIRCUIT_LIMITS, NEW_CIRCUIT, passage, type CircuitState } from '~/domain/messaging/circuit';
import { signOf, type Answered } from '~/domain/messaging/provider-sign';
import type { Deps } from './deps';
import { wayId } from './weather.server';

/**
 * Learns from an answer how its provider is doing, for every worker. Nothing is written while nothing changes, so that
 * workers do not wait for each other. Call it in the transaction that records the answer, once the message is locked.
 * @returns true when a "try later" is the provider's trouble rather than this message's: it is down, or another provider of
 * the channel can take the message at once.
 */
export async function noteAnswer(q: Queryable, deps: Deps, message: MessageRow, answer: Answered): Promise<boolean> {
  const { provider, channel } = message;
  if (provider === null || channel === null) return false;
  const sign = signOf(provider, answer);
  const id = wayId({ provider, channel });
  // An id's last digits are as good as dice.
  const random = Number.parseInt(deps.newId().slice(-6), 16) / 0xffffff;
  const event = { messageId: message.id, now: deps.clock.now(), random };
  const states = new Map((await listProviderStates(q)).map((state) => [state.id, state]));
  const seen = states.get(id) ?? NEW_CIRCUIT;
  let state: CircuitState = seen;
  if (afterSign(seen, sign, event) !== seen) {
    const [locked] = await lockProviderStates(q, [id], event.now);
    const before = locked ?? NEW_CIRCUIT;
    state = afterSign(before, sign, event);
    if (state !== before) {
      const { failures, openUntil, faultSince, faultCode, trialId, trialUntil, updatedAt } = state;
      await updateProviderState(q, id, {
        ...{ failures, openUntil, faultSince, faultCode, trialId, trialUntil, updatedAt },
      });
      tell(deps, { provider, channel }, before, state);
    }
  }
  if (state.openUntil === null) return false;
  const elsewhere = deps.senders.some(
    (one) =>
      one.channel === channel &&
      one.provider !== provider &&
      passage(states.get(wayId(one)) ?? NEW_CIRCUIT, event.now).kind === 'free',
  );
  return elsewhere || state.failures >= CIRCUIT_LIMITS.failures;
}

/** One line for each change that somebody should know of, not one for each message. */
function tell(deps: Deps, way: { provider: string; channel: string }, before: CircuitState, after: CircuitState): void {
  if (before.faultSince === null && after.faultSince !== null)
    deps.log.error(
      { ...way, code: after.faultCode },
      'ALERT: the provider refuses our messages; the channel is paused',
    );
  else if (before.openUntil === null && after.openUntil !== null)
    deps.log.warn({ ...way, until: after.openUntil }, 'the provider is down; its messages wait or go another way');
  else if (before.openUntil !== null && after.openUntil === null) deps.log.info(way, 'the provider works again');
}
