import type { Config } from '~/config.server';
import { lookThrough } from './look-through';

/** `npm run db -- check`. @returns the exit code: 1 when something is wrong. */
export async function checkDatabase(config: Config): Promise<number> {
  console.error('Looking through the whole database; a large one takes minutes.');
  const { faults, facts } = await lookThrough(config);
  for (const fact of facts) console.log(fact);
  if (faults.length === 0) {
    console.log('The database is sound.');
    return 0;
  }
  for (const fault of faults) console.error(fault);
  console.error(
    'THE DATABASE IS NOT SOUND. Keep it, and every backup, as they are: docs/runbooks/backup.md says what to do.',
  );
  return 1;
}
