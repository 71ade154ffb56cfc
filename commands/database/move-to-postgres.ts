import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { openDatabase } from '@db/client.server';
import { BackupError } from '@db/dialect/backup-error';
import { assertUnused } from '@db/dialect/backup-sqlite';
import { isOurs } from '@db/dialect/check-sqlite';
import { copyHoldSql } from '@db/dialect/copy-hold';
import { moveRows } from '@db/dialect/move-rows';
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
  await assertMovable(path, config.databaseUrl);
  await makeTables(url);
  const { moved, isHeld } = await move(path, url);
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

function pathOf(databaseUrl: string): string {
  if (!databaseUrl.startsWith('file:'))
    throw new BackupError('DATABASE_URL is a PostgreSQL database already; what is moved is a SQLite one.');
  return databaseUrl.slice('file:'.length);
}

async function assertMovable(path: string, databaseUrl: string): Promise<void> {
  if (!existsSync(path)) throw new BackupError(`There is no database at ${path}.`);
  const file = new Database(path, { readonly: true });
  const ours = isOurs(file);
  file.close();
  if (!ours) throw new BackupError(`${path} has no tables yet; there is nothing to move.`);
  const db = openDatabase(databaseUrl);
  const { pending } = await migrationState(db).finally(() => db.close());
  if (pending.length > 0)
    throw new BackupError(`${path} is older than this program. Run \`npm run db -- migrate\` first.`);
  assertUnused(path);
}

async function makeTables(url: string): Promise<void> {
  const db = openDatabase(url);
  await migrateUp(db).finally(() => db.close());
}

/** @returns how many rows each table has, and whether nothing is sent from there either, because nothing was from here. */
async function move(path: string, url: string): Promise<{ moved: Map<string, number>; isHeld: boolean }> {
  const source = new Database(path);
  // Before anything is there: should this program be killed, neither sends, or the new one alone.
  const now = Date.now();
  const isHeldByUs = source.prepare(copyHoldSql(now, 'move')).run().changes === 1;
  const ofTheMove = `"by" = 'move' and since = ${now}`;
  let isInDoubt = false;
  try {
    // Nobody begins to use it meanwhile.
    source.exec('BEGIN EXCLUSIVE');
    return await withClient(url, async (target) => {
      await target.query('begin');
      const moved = await moveRows(source, target, (table, rows) => {
        if (rows > 0) console.error(`${String(rows).padStart(9)} ${table}`);
      });
      // A file that was held already is held there as well, for its own reason.
      if (isHeldByUs) await target.query(`delete from sending_holds where ${ofTheMove}`);
      isInDoubt = true;
      await target.query('commit');
      return { moved, isHeld: !isHeldByUs };
    });
  } catch (error) {
    if (source.inTransaction) source.exec('ROLLBACK');
    if (isInDoubt) {
      console.error(`Whether all is there now is not known. ${path} is as it was, and sends nothing until you arm it.`);
    } else if (isHeldByUs) {
      source.exec(`delete from sending_holds where ${ofTheMove}`);
    }
    throw error;
  } finally {
    source.close();
  }
}
