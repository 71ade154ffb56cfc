import { CannotStart } from '~/cannot-start';
import { compose, endAtFault, tellFault } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { runWorker } from './run-worker';

async function main(): Promise<void> {
  const composition = compose(loadConfig(), { name: 'worker' });
  endAtFault(composition.log);
  await composition.requireTables();
  const worker = runWorker(composition);
  const stop = async () => {
    const finished = await worker.stop();
    composition.log.info({ finished }, 'the worker has stopped');
    // What did not finish still uses the connections; the process's end closes them.
    if (finished) await composition.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : tellFault(error));
  process.exit(1);
});
