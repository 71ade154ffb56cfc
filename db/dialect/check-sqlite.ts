import Database from 'better-sqlite3';
import { BackupError, DamagedFile } from './backup-error';
import { walBytes } from './bound-wal';
import type { DatabaseFindings } from './database-findings';

/** Nobody reads more; a damaged database may have thousands. */
const MOST_FAULTS = 20;
const MB = 1024 * 1024;

/**
 * Looks through a whole SQLite database: every page, every index against its table, every reference. It may be in use; its
 * log is not emptied meanwhile.
 */
export function checkSqlite(path: string): DatabaseFindings {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      if (!isOurs(database)) return { faults: [`${path} is a SQLite database, but not one of Waymark's.`], facts: [] };
      const damage = findDamage(database);
      // References in pages that cannot be trusted say nothing.
      const faults = damage.length > 0 ? damage : brokenReferences(database);
      return { faults, facts: sizes(database, path) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { faults: [`${path} cannot be read as a SQLite database (${(error as Error).message}).`], facts: [] };
  }
}

/** @throws BackupError when a file is no database of ours, or its pages or indexes are damaged. */
export function assertUndamaged(file: string): void {
  let damage: string[];
  let ours: boolean;
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      damage = findDamage(database);
      ours = isOurs(database);
    } finally {
      database.close();
    }
  } catch (error) {
    const { message } = error as Error;
    throw new DamagedFile(`${file} is not a SQLite database that can be read (${message}).`, message);
  }
  if (!ours) throw new BackupError(`${file} is a SQLite database, but not one of Waymark's.`);
  if (damage[0] !== undefined) throw new DamagedFile(`${file} is damaged: ${damage[0]}.`, damage[0]);
}

export function isOurs(database: Database.Database): boolean {
  return hasTable(database, 'migrations');
}

export function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare('select 1 from sqlite_master where name = ?').get(name) !== undefined;
}

function findDamage(database: Database.Database): string[] {
  try {
    const lines = database.prepare<[], string>(`pragma integrity_check(${MOST_FAULTS})`).pluck().all();
    // Each may be several lines, under a heading for the one database that there is.
    return lines[0] === 'ok' ? [] : lines.map((line) => line.replace(/^\*{3}.*\n/, '').replaceAll('\n', '; '));
  } catch (error) {
    return [`its pages cannot be followed (${(error as Error).message})`];
  }
}

function brokenReferences(database: Database.Database): string[] {
  const rows = database
    .prepare<[], { table: string; parent: string; count: number }>(
      'select "table", parent, count(*) as count from pragma_foreign_key_check group by 1, 2 order by 1, 2',
    )
    .all();
  return rows.map(({ table, parent, count }) => `${count} of ${table} refer to ${parent} that are not there.`);
}

function sizes(database: Database.Database, path: string): string[] {
  const pragma = (name: string) => Number(database.pragma(name, { simple: true }));
  const [pages, free, pageSize] = [pragma('page_count'), pragma('freelist_count'), pragma('page_size')];
  return [
    'Looked at: every page, every index against its table, every reference.',
    `${pages} pages of ${pageSize} bytes (${inMb(pages * pageSize)}), ${free} of them free.`,
    `Write-ahead log: ${inMb(walBytes(path))}.`,
  ];
}

const inMb = (bytes: number) => `${(bytes / MB).toFixed(1)} MB`;
