import { DAY } from '../clock';
import type { CallOutcome } from '../messaging/call-list';
import type { ContactHealth } from './contact-point';

/** So many messages in a row, over so long a time, that never arrived: the number is given up. */
export const GIVEN_UP_AFTER = { messages: 3, over: 2 * DAY } as const;

/**
 * What a message that did not arrive says of the number or address it went to. One that will never take another is dead
 * at once; one that has failed three times in a row over two days or more is given up, because a phone that is merely off
 * comes back sooner. What is dead stays dead: only something that arrives, or a colleague, revives it.
 * @param known.permanent the provider says that it will never work.
 * @param known.failures when messages to it did not arrive (ms), this one among them, since one last did or it was checked.
 */
export function healthAfterFailure(known: {
  health: ContactHealth;
  permanent: boolean;
  failures: readonly number[];
}): ContactHealth {
  const { health, permanent, failures } = known;
  if (permanent || health === 'dead') return 'dead';
  const span = failures.length > 0 ? Math.max(...failures) - Math.min(...failures) : 0;
  const givenUp = failures.length >= GIVEN_UP_AFTER.messages && span >= GIVEN_UP_AFTER.over;
  // One failure after something worked is never the end, however many there were long ago.
  return health === 'failing' && givenUp ? 'dead' : 'failing';
}

/**
 * What a delivered message says: it works. Unless a person has said since that the number is not theirs: then it reached
 * somebody else.
 */
export function healthAfterDelivery(known: { health: ContactHealth; saidWrong: boolean }): ContactHealth {
  return known.saidWrong ? known.health : 'working';
}

/** What a call to a number says of it. That nobody answered, or that word was left, says nothing. */
export function healthAfterCall(health: ContactHealth, outcome: CallOutcome): ContactHealth {
  if (outcome === 'spoke') return 'working';
  return outcome === 'wrong_number' ? 'dead' : health;
}
