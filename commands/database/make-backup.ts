import { openDatabase } from '@db/client.server';
import { BackupError } from '@db/dialect/backup-error';
import { backupPostgres } from '@db/dialect/backup-postgres';
import { backupSqlite } from '@db/dialect/backup-sqlite';
import { migrationState } from '@db/migrate.server';

/** How often somebody who waits is told how far it is (ms). */
const EVERY_MS = 2_000;

/** Copies the database to a new file, and says on standard error how far it is when it takes long. */
export async function makeBackup(databaseUrl: string, file: string): Promise<void> {
  if (databaseUrl.startsWith('file:'))
    return backupSqlite(databaseUrl.slice('file:'.length), file, Date.now(), sayHowFar());
  const db = openDatabase(databaseUrl);
  try {
    const { applied } = await migrationState(db);
    if (applied.length === 0) throw new BackupError('There are no tables yet. Run `npm run db -- migrate` first.');
  } finally {
    await db.close();
  }
  backupPostgres(databaseUrl, file);
}

function sayHowFar(): (done: number, all: number) => void {
  let saidAt = performance.now();
  return (done, all) => {
    if (performance.now() - saidAt < EVERY_MS) return;
    saidAt = performance.now();
    console.error(`  copied ${Math.floor((100 * done) / all)} %`);
  };
}
