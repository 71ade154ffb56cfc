import { existsSync } from 'node:fs';
import { openDatabase } from '@db/client.server';
import { BackupError } from '@db/dialect/backup-error';
import { assertUnused } from '@db/dialect/backup-sqlite';
import { moveDatabase } from '@db/dialect/move-database';
import { withClient } from '@db/dialect/plain-connection';
import { migrateUp, migrationState } from '@db/migrate.server';
import type { Config } from '~/config.server';
import { lookThrough } from './look-through';

/**
 * `npm run db -- move URL`: takes all that is in the SQLite database of the settings to an empty PostgreSQL one. The file keeps its
 * rows and sends nothing any more: both would send the same.
 * @returns the exit code: 1 when what came of it is not sound.
 */
export async function moveToPostgres(config: Config, url: string): Promise<number> {
  const path = pathOf(config.databaseUrl);
  await makeTables(url, await assertMovable(path, config.databaseUrl));
  const { moved, isHeld } = await moveDatabase(path, url, { now: Date.now(), onMoved: sayHowFar });
  // Until it has looked at its tables once, the server reads them in the wrong order.
  await withClient(url, (target) => target.query('analyze'));
  const rows = [...moved.values()].reduce((sum, count) => sum + count, 0);
  console.log(`Moved ${rows} rows of ${moved.size} tables; each table has as many there as here.`);
  const { faults, facts } = await lookThrough({ ...config, databaseUrl: url });
  for (const fact of facts) console.log(fact);
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    console.error(`WHAT CAME OF IT IS NOT SOUND. Go on with ${path}, which is as it was: npm run reminders -- arm`);
    return 1;
  }
  console.log(`Now set DATABASE_URL to the new address for the portal and the worker, and start them.
${path} is as it was, and sends nothing any more. Keep it until you have a backup of the new one.`);
  if (isHeld)
    console.log('Nothing was sent from the file before either, and so nothing is from there: npm run reminders -- arm');
  return 0;
}

function sayHowFar(table: string, rows: number): void {
  if (rows > 0) console.error(`${String(rows).padStart(9)} ${table}`);
}

function pathOf(databaseUrl: string): string {
  if (!databaseUrl.startsWith('file:'))
    throw new BackupError('DATABASE_URL is a PostgreSQL database already; what is moved is a SQLite one.');
  return databaseUrl.slice('file:'.length);
}

/** @returns the migrations that it has had. */
async function assertMovable(path: string, databaseUrl: string): Promise<string[]> {
  if (!existsSync(path)) throw new BackupError(`There is no database at ${path}.`);
  const db = openDatabase(databaseUrl);
  const { applied, pending } = await migrationState(db).finally(() => db.close());
  if (pending.length > 0)
    throw new BackupError(`${path} is older than this program. Run \`npm run db -- migrate\` first.`);
  assertUnused(path);
  return applied;
}

/** @throws BackupError when they are not the tables that the file has: columns that this program does not know would be left behind. */
async function makeTables(url: string, wanted: readonly string[]): Promise<void> {
  const db = openDatabase(url);
  try {
    await migrateUp(db);
    const { applied } = await migrationState(db);
    const other = [...wanted, ...applied].find((name) => !wanted.includes(name) || !applied.includes(name));
    if (other) throw new BackupError(`Only one of the two has had ${other}: a newer program has used it. Move it with that one.`); // prettier-ignore
  } finally {
    await db.close();
  }
}
