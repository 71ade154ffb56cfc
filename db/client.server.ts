import type { Db } from './dialect/db';
import { openPostgres } from './dialect/open-postgres';
import { openSqlite } from './dialect/open-sqlite';

export type { Db, Dialect, Queryable } from './dialect/db';

/**
 * Opens `file:PATH` (SQLite) or `postgres://…`.
 * @param options.lockPatienceMs how long another process's lock is waited for (ms): a minute on SQLite, and on PostgreSQL
 * as long as any statement may take.
 * @throws when the address is neither, or the file or server cannot be opened.
 */
export function openDatabase(
  url: string,
  options: { lockPatienceMs?: number; poolSize?: number; patienceMs?: number } = {},
): Db {
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length), options.lockPatienceMs ?? 60_000);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options);
  throw new Error('DATABASE_URL must start with file: or postgres://');
}
