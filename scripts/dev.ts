import { openDatabase } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';
import { ConfigError, loadConfig } from '~/config.server';
import { hasCustomers } from '../commands/seed-district';
import { runTogether, untilAskedToStop } from './run-together';

/** Brings the database up to date, then runs portal and worker; each starts again when one of its files changes. */
async function main(): Promise<void> {
  const config = loadConfig();
  const db = openDatabase(config.databaseUrl);
  const applied = await migrateUp(db);
  const empty = !(await db.read(hasCustomers));
  await db.close();
  if (applied.length > 0) console.log(`Applied ${applied.join(', ')}.`);
  if (empty) console.log('The database is empty. To fill it with invented people: npm run db -- seed');

  const watch = (name: string, file: string) => ({
    name,
    args: ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', file],
    env: process.env,
    output: 'inherit' as const,
  });
  const asked = untilAskedToStop();
  const programs = runTogether([watch('portal', 'server.ts'), watch('worker', 'jobs/worker.ts')]);
  console.log(`Portal: ${config.publicUrl}   Outbox: ${config.publicUrl}/outbox   Ctrl-C stops both.`);
  const ended = await Promise.race([asked, programs.ended]);
  await programs.stop();
  if (ended) throw new Error(`The ${ended.name} has ended (${ended.how}).`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
