import type { Db } from './dialect/db';
import { openPostgres, type PostgresOptions } from './dialect/open-postgres';
import { openSqlite } from './dialect/open-sqlite';
import { withReplica } from './dialect/with-replica';

export type { Db, Dialect, Queryable } from './dialect/db';

/**
 * Opens `file:PATH` (SQLite) or `postgres://…`.
 * @param options.lockPatienceMs how long another process's lock is waited for (ms): a minute on SQLite, and on PostgreSQL
 * as long as any statement may take.
 * @param options.replicaUrl PostgreSQL: what is read while the server at `url` does not answer; see `withReplica`.
 * @throws when the address is neither, or the file or server cannot be opened.
 */
export function openDatabase(
  url: string,
  options: PostgresOptions & { replicaUrl?: string | null; tell?: (isReadOnly: boolean) => void } = {},
): Db {
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length), options.lockPatienceMs ?? 60_000);
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { replicaUrl, ...rest } = options;
    return replicaUrl ? withReplica(url, replicaUrl, rest) : openPostgres(url, rest);
  }
  throw new Error('DATABASE_URL must start with file: or postgres://');
}
