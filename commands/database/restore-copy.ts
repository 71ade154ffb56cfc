import { openDatabase } from '@db/client.server';
import { restorePostgres } from '@db/dialect/backup-postgres';
import { restoreSqlite } from '@db/dialect/backup-sqlite';
import { copyHoldSql, HOLDS_SINCE } from '@db/dialect/copy-hold';
import { migrateUp, migrationState } from '@db/migrate.server';

/**
 * Puts a backup in the place of a database. One from before there were holds gets its hold together with the table.
 * @param now the present moment. @returns what was put aside, the migrations that were applied, and those that wait.
 */
export async function restoreCopy(url: string, file: string, now: Date) {
  const at = { now: now.getTime(), name: asName(now) };
  const { aside, since } = url.startsWith('file:')
    ? await restoreSqlite(url.slice('file:'.length), file, at)
    : await restorePostgres(url, file, at);
  const db = openDatabase(url);
  try {
    const { applied, pending } = await migrationState(db);
    if (applied.includes(HOLDS_SINCE)) return { aside, added: [], pending };
    // This program sends nothing from tables without holds, and the hold comes with them.
    const added = await migrateUp(db, { [HOLDS_SINCE]: copyHoldSql(since, 'restore') });
    return { aside, added, pending: [] };
  } finally {
    await db.close();
  }
}

/** A moment as it may stand in the name of a file or a database: to the second, UTC. */
export function asName(moment: Date): string {
  return moment.toISOString().slice(0, 19).replaceAll(':', '');
}
