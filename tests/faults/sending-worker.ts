/**
 * A real worker in a process of its own, for tests that kill it. It is told when to start, so that the time it takes to
 * load is not part of its life; its clock is the machine's, moved to office hours.
 */
import { runWorker } from '@jobs/run-worker';
import { compose } from '~/composition.server';
import { readConfig } from '~/config.server';
import type { EngineSettings } from '~/services/engine-settings';

const offset = Number(process.env.CLOCK_OFFSET);
const composition = compose(readConfig(process.env, 'test'), {
  name: 'worker',
  clock: { now: () => Date.now() + offset },
  engine: JSON.parse(process.env.ENGINE ?? '{}') as EngineSettings,
});

process.once('message', () => {
  runWorker(composition);
  process.send?.('started');
});
process.send?.('ready');
// Without its parent it has no business.
process.once('disconnect', () => process.exit(0));
