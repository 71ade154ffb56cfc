import type { Queryable } from '@db/client.server';
import { listProviderStates, lockProviderStates, updateProviderState } from '@db/queries/provider-states.server';
import type { AnsweredMessage } from '@db/queries/messages.server';
import { afterSign, CIRCUIT_LIMITS, NEW_CIRCUIT, passage, type CircuitState } from '~/domain/messaging/circuit';
import { signOf, type Answered } from '~/domain/messaging/provider-sign';
import type { Deps } from './deps';
import { wayId } from './weather.server';

/** An answer about a message, whose row is locked. */
export interface NotedAnswer {
  message: Pick<AnsweredMessage, 'id' | 'provider' | 'channel'>;
  answer: Answered;
}

/**
 * Learns from answers, in their order, how their providers are doing, for every worker. Nothing is written while nothing
 * changes, so that workers do not wait for each other. Call it in the transaction that records the answers, once the
 * messages are locked.
 * @returns for each answer true when a "try later" is the provider's trouble rather than this message's: it is down, or
 * another provider of the channel can take the message at once.
 */
export async function noteAnswers(q: Queryable, deps: Deps, noted: readonly NotedAnswer[]): Promise<boolean[]> {
  const now = deps.clock.now();
  const signs = noted.map(({ message, answer }) => signFrom(deps, message, answer, now));
  const states = new Map<string, CircuitState>((await listProviderStates(q)).map((state) => [state.id, state]));
  const touched = [...new Set(signs.filter((sign) => sign !== null && changes(states, sign)).map((sign) => sign!.id))];
  for (const state of await lockProviderStates(q, touched, now)) states.set(state.id, state);
  const changed = new Set<string>();
  const down = signs.map((sign) => {
    if (sign === null) return false;
    const before = stateOf(states, sign.id);
    // One that was not locked has nothing to learn from any of these answers.
    const after = touched.includes(sign.id) ? afterSign(before, sign.sign, sign.event) : before;
    if (after !== before) {
      states.set(sign.id, after);
      changed.add(sign.id);
      tell(deps, sign.way, before, after);
    }
    return isDown(deps, states, sign.way, after, now);
  });
  for (const id of [...changed].toSorted()) await updateProviderState(q, id, circuitOf(stateOf(states, id)));
  return down;
}

type SignFrom = NonNullable<ReturnType<typeof signFrom>>;

function signFrom(
  deps: Deps,
  { id: messageId, provider, channel }: NotedAnswer['message'],
  answer: Answered,
  now: number,
) {
  if (provider === null || channel === null) return null;
  const way = { provider, channel };
  const event = {
    messageId,
    now,
    // An id's last digits are as good as dice; hardly any answer needs them.
    get random() {
      return Number.parseInt(deps.newId().slice(-6), 16) / 0xffffff;
    },
  };
  return { id: wayId(way), way, sign: signOf(provider, answer), event };
}

const stateOf = (states: ReadonlyMap<string, CircuitState>, id: string) => states.get(id) ?? NEW_CIRCUIT;

/** While no sign changes the state as it was read, all of them together do not. */
function changes(states: ReadonlyMap<string, CircuitState>, { id, sign, event }: SignFrom): boolean {
  const seen = stateOf(states, id);
  return afterSign(seen, sign, event) !== seen;
}

function circuitOf({ failures, openUntil, faultSince, faultCode, trialId, trialUntil, updatedAt }: CircuitState) {
  return { failures, openUntil, faultSince, faultCode, trialId, trialUntil, updatedAt };
}

function isDown(
  deps: Deps,
  states: ReadonlyMap<string, CircuitState>,
  { provider, channel }: SignFrom['way'],
  state: CircuitState,
  now: number,
): boolean {
  if (state.openUntil === null) return false;
  const elsewhere = deps.senders.some(
    (one) =>
      one.channel === channel && one.provider !== provider && passage(stateOf(states, wayId(one)), now).kind === 'free',
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
