import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import type { Composition } from '~/composition.server';
import { askAfter } from './handlers/ask-after';
import { chaseFormatRequests } from './handlers/chase-format-requests';
import { chaseFollowUps } from './handlers/chase-follow-ups';
import { endOverdueVisits } from './handlers/end-overdue-visits';
import { endUnusedHelps } from './handlers/end-unused-helps';
import { escalateCalls } from './handlers/escalate-calls';
import { endLateLetters } from './handlers/end-late-letters';
import { forgetEndedSessions } from './handlers/forget-ended-sessions';
import { forgetOldMessages } from './handlers/forget-old-messages';
import { offerFreedTimes } from './handlers/offer-freed-times';
import { checkFairness } from './handlers/check-fairness';
import { reAsk } from './handlers/re-ask';
import { reconcile } from './handlers/reconcile';
import { remindOfSteps } from './handlers/remind-of-steps';
import { send } from './handlers/send';
import { showLife } from './handlers/show-life';

/** One line of the timetable. */
export interface Job {
  name: string;
  /** Pause between the end of one run and the start of the next; between two starts when the workers share it (ms). */
  every: number;
  /** Every worker does it; the rest is done by one of them at a time, and as often as this by all of them together. */
  everywhere?: true;
  /** The others wait until it has been done once. */
  first?: true;
  /** @returns true when there is more to do at once. */
  run(): Promise<boolean>;
}

/** Everything that a worker does, and how often. */
export function timetable(composition: Composition, worker: { id: string; startedAt: number }): Job[] {
  return [
    { name: 'show life', every: 5 * SECOND, everywhere: true, first: true, run: showLife(composition, worker) },
    { name: 'send', every: SECOND, everywhere: true, run: send(composition, worker.id) },
    // While one waits for answers the other claims, so that no slot of a provider's rate is lost.
    { name: 'send too', every: SECOND, everywhere: true, run: send(composition, worker.id) },
    {
      name: 'reconcile',
      every: Math.min(5 * SECOND, composition.engine.askAgainMs),
      everywhere: true,
      run: reconcile(composition, worker.id),
    },
    { name: 'ask after', every: 10 * SECOND, run: askAfter(composition) },
    { name: 'escalate calls', every: MINUTE, run: escalateCalls(composition) },
    { name: 'end late letters', every: MINUTE, run: endLateLetters(composition) },
    { name: 'end overdue visits', every: MINUTE, run: endOverdueVisits(composition) },
    { name: 'remind of steps', every: MINUTE, run: remindOfSteps(composition) },
    { name: 'offer freed times', every: MINUTE, run: offerFreedTimes(composition) },
    { name: 'chase follow-ups', every: 10 * MINUTE, run: chaseFollowUps(composition) },
    { name: 're-ask', every: DAY, run: reAsk(composition) },
    // Looks every hour whether last month's is missing; makes it once.
    { name: 'check fairness', every: HOUR, run: checkFairness(composition) },
    { name: 'chase format requests', every: 10 * MINUTE, run: chaseFormatRequests(composition) },
    { name: 'end unused helps', every: 5 * MINUTE, run: endUnusedHelps(composition) },
    { name: 'forget old messages', every: HOUR, run: forgetOldMessages(composition) },
    { name: 'forget ended sessions', every: 10 * MINUTE, run: forgetEndedSessions(composition) },
  ];
}
