import Database from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError } from './backup-error';
import { copyHoldSql } from './copy-hold';
import { makePrivateFile } from './private-file';

/**
 * Copies a SQLite database to a new file while it is in use (SQLite's online backup), and checks the copy, which sends
 * nothing until it is armed.
 * @param now the present instant (ms).
 * @throws BackupError when there is no database, the file exists already, or the copy is not sound.
 */
export async function backupSqlite(path: string, file: string, now: number): Promise<void> {
  if (!existsSync(path)) throw new BackupError(`There is no database at ${path}.`);
  if (existsSync(file)) throw new BackupError(`${file} exists already. Choose another name; nothing was written.`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  const source = new Database(path, { readonly: true });
  try {
    if (!isOurs(source)) throw new BackupError(`${path} has no tables yet. Run \`npm run db -- migrate\` first.`);
    makePrivateFile(unfinished);
    await source.backup(unfinished);
    const copy = new Database(unfinished);
    // One file, not three: the copy is made to be carried away.
    copy.pragma('journal_mode = DELETE');
    holdCopy(copy, now, 'backup');
    copy.close();
    checkSqlite(unfinished);
    renameSync(unfinished, file);
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
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
  checkSqlite(file);
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
    checkSqlite(unfinished);
    const since = withDatabase(unfinished, (copy) => {
      const seen = lastWorkerSign(copy) ?? statSync(file).mtimeMs;
      holdCopy(copy, seen, 'restore');
      return seen;
    });
    if (!existsSync(path)) {
      renameSync(unfinished, path);
      return { aside: null, since };
    }
    assertUnused(path);
    renameSync(path, aside);
    renameSync(unfinished, path);
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

function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare('select 1 from sqlite_master where name = ?').get(name) !== undefined;
}

function isOurs(database: Database.Database): boolean {
  return hasTable(database, 'migrations');
}

function checkSqlite(file: string): void {
  let faults: string;
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      faults = String(database.pragma('integrity_check', { simple: true }));
      if (!isOurs(database)) faults = 'not ours';
    } finally {
      database.close();
    }
  } catch (error) {
    throw new BackupError(`${file} is not a SQLite database that can be read (${(error as Error).message}).`);
  }
  if (faults === 'not ours') throw new BackupError(`${file} is a SQLite database, but not one of Waymark's.`);
  if (faults !== 'ok') throw new BackupError(`${file} is damaged: ${faults}.`);
}
