import { MINUTE, SECOND } from '~/domain/clock';
import type { Composition } from '~/composition.server';
import { forgetEndedSessions } from './handlers/forget-ended-sessions';
import { reconcile } from './handlers/reconcile';
import { send } from './handlers/send';
import { showLife } from './handlers/show-life';

/** One line of the timetable. */
export interface Job {
  name: string;
  /** Pause between the end of one run and the start of the next (ms). */
  every: number;
  /** @returns true when there is more to do at once. */
  run(): Promise<boolean>;
}

/** Everything that a worker does, and how often. */
export function timetable(composition: Composition, worker: { id: string; startedAt: number }): Job[] {
  return [
    { name: 'show life', every: 5 * SECOND, run: showLife(composition, worker) },
    { name: 'send', every: SECOND, run: send(composition, worker.id) },
    {
      name: 'reconcile',
      every: Math.min(5 * SECOND, composition.engine.askAgainMs),
      run: reconcile(composition, worker.id),
    },
    { name: 'forget ended sessions', every: 10 * MINUTE, run: forgetEndedSessions(composition) },
  ];
}
