/** A worker that begins a task of the timetable and never comes to its end: for tests that kill it. */
import { pino } from 'pino';
import { openDatabase } from '@db/client.server';
import { showWorkerLife } from '~/services/show-worker-life.server';
import { takeTurn } from '~/services/take-turn.server';
import { fakeClock } from '../support/fake-clock';
import { testDeps } from '../support/deps';

const { url, now, name } = JSON.parse(process.env.TURN ?? '') as { url: string; now: number; name: string };
const deps = testDeps(openDatabase(url), { clock: fakeClock(now), log: pino({ level: 'silent' }) });
await showWorkerLife(deps)({ id: 'killed', startedAt: now });
await takeTurn(
  deps,
  'killed',
)({
  name,
  every: 1,
  run: () => {
    process.send?.('running');
    return new Promise(() => undefined);
  },
});
