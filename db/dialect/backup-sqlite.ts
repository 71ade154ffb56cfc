import Database from 'better-sqlite3';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError, DamagedFile } from './backup-error';
import { assertUndamaged, hasTable, isOurs } from './check-sqlite';
import { copyHoldSql } from './copy-hold';
import { codeOf } from './outages';
import { makePrivateFile } from './private-file';
import { putInPlace } from './put-in-place';

/** What is copied before the next step (pages of 4 kB): some milliseconds. */
const PAGES_A_STEP = 1_000;

/** Told from time to time how far a copy is: pages copied, and pages in all. */
export type OnCopied = (done: number, all: number) => void;

/**
 * Copies a SQLite database to a new file while it is in use, and checks the copy, which sends nothing until it is armed.
 *
 * The copy is of one moment: SQLite's online backup begins anew whenever another connection has written, which on a busy
 * database is for ever, unless what it reads from is held still by a transaction. Writers go on all the while; what they
 * write stays in the log until the copy is made.
 * @param now the present instant (ms).
 * @throws BackupError when there is no database, the file exists already, or the copy is not sound; then there is no new file.
 */
export async function backupSqlite(path: string, file: string, now: number, onCopied?: OnCopied): Promise<void> {
  if (!existsSync(path)) throw new BackupError(`There is no database at ${path}.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already. Choose another name; nothing was written.`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  try {
    await copyStill(path, unfinished, onCopied);
    const copy = new Database(unfinished);
    // One file, not three: the copy is made to be carried away.
    copy.pragma('journal_mode = DELETE');
    holdCopy(copy, now, 'backup');
    copy.close();
    assertUndamaged(unfinished);
    putInPlace(unfinished, file);
  } catch (error) {
    throw blameDatabase(path, error);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${suffix}`, { force: true });
  }
}

async function copyStill(path: string, file: string, onCopied?: OnCopied): Promise<void> {
  const source = new Database(path, { readonly: true });
  try {
    source.exec('BEGIN');
    // The first look fixes the moment.
    if (!isOurs(source)) throw new BackupError(`${path} has no tables yet. Run \`npm run db -- migrate\` first.`);
    rmSync(file, { force: true });
    makePrivateFile(file);
    await source.backup(file, {
      progress({ totalPages, remainingPages }) {
        onCopied?.(totalPages - remainingPages, totalPages);
        return PAGES_A_STEP;
      },
    });
  } finally {
    source.close();
  }
}

/** What the copy has, the database has; said as such, so that nobody looks for the fault in the backup. */
function blameDatabase(path: string, error: unknown): unknown {
  const unreadable = /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error) ?? '');
  const damage = error instanceof DamagedFile ? error.damage : unreadable ? (error as Error).message : null;
  if (damage === null) return error;
  return new BackupError(
    `The database ${path} is damaged (${damage}). No backup was written: keep the older ones, and look with ` +
      '`npm run db -- check`.',
  );
}

/**
 * Puts a backup in the place of a SQLite database. The old one stays beside it under another name. Neither sends anything
 * until it is armed.
 * @param at the present instant (ms), and how to write it in a name.
 * @returns the name of the old database, or null when there was none, and from when the backup is (ms).
 * @throws BackupError when the backup is not sound or the database is in use; then nothing has changed.
 */
export async function restoreSqlite(
  path: string,
  file: string,
  at: { now: number; name: string },
): Promise<{ aside: string | null; since: number }> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  assertUndamaged(file);
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.restoring`;
  const backup = new Database(file, { readonly: true });
  try {
    makePrivateFile(unfinished);
    await backup.backup(unfinished);
  } finally {
    backup.close();
  }
  const aside = `${path}.before-restore-${at.name}`;
  try {
    assertUndamaged(unfinished);
    const since = withDatabase(unfinished, (copy) => {
      const seen = lastWorkerSign(copy) ?? statSync(file).mtimeMs;
      holdCopy(copy, seen, 'restore');
      return seen;
    });
    if (!existsSync(path)) {
      putInPlace(unfinished, path);
      return { aside: null, since };
    }
    assertUnused(path);
    putInPlace(path, aside);
    putInPlace(unfinished, path);
    withDatabase(aside, (old) => holdCopy(old, at.now, 'restore'));
    return { aside, since };
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${suffix}`, { force: true });
  }
}

/**
 * Leaving WAL is possible only for the last connection: it fails while a portal or a worker has the file open.
 * @throws BackupError when somebody uses the database.
 */
export function assertUnused(path: string): void {
  const database = new Database(path);
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('journal_mode = DELETE');
  } catch {
    throw new BackupError('The database is in use. Stop the portal and the worker first; nothing was changed.');
  } finally {
    database.close();
  }
}

function withDatabase<T>(path: string, work: (database: Database.Database) => T): T {
  const database = new Database(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** One from before there were holds gets its hold with the table: see the `restore` command. */
function holdCopy(database: Database.Database, since: number, by: 'backup' | 'restore'): void {
  if (hasTable(database, 'sending_holds')) database.exec(copyHoldSql(since, by));
}

function lastWorkerSign(database: Database.Database): number | null {
  if (!hasTable(database, 'workers')) return null;
  return database.prepare<[], number | null>('select max(seen_at) from workers').pluck().get() ?? null;
}
