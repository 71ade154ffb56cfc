import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { makePrivateFile } from './dialect/private-file';
import { codeOf, isWorthRepeating } from './dialect/outages';
import { postgresTables } from './schema/postgres';
import { sqliteTables } from './schema/sqlite';
import type { Tables } from './schema/tables';

export type Dialect = 'sqlite' | 'postgres';

/**
 * What a query function is given: Drizzle's builders over one connection, with the tables of its
 * dialect. Always awaited. The types are SQLite's; PostgreSQL's builders have the same shape.
 */
export type Queryable = BaseSQLiteDatabase<'async', unknown, Record<string, never>> & {
  readonly tables: Tables;
  readonly dialect: Dialect;
};

/** A database that can be read at any time and written by one transaction at a time. */
export interface Db {
  readonly dialect: Dialect;
  readonly tables: Tables;
  /** Runs queries outside a transaction. */
  read<T>(fn: (q: Queryable) => Promise<T>): Promise<T>;
  /**
   * Runs `fn` in one transaction: all of it is kept, or nothing. Never call a provider inside.
   * SQLite: one writer in the process at a time, `BEGIN IMMEDIATE`. PostgreSQL: `READ COMMITTED`;
   * rows that a decision depends on are locked with the functions in `db/dialect`. Two that wait for each other cannot both go
   * on: the one that the database ends is run again, so `fn` may be called more than once, and keeps nothing itself before it ends.
   */
  write<T>(fn: (q: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** The drivers' own handles, for migrations, backup and rate limits. */
  readonly sqlite?: Database.Database;
  readonly pool?: pg.Pool;
}

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

function asQueryable(database: object, dialect: Dialect, tables: Tables): Queryable {
  const own: Record<PropertyKey, unknown> = { dialect, tables };
  // Drizzle's objects have a `dialect` of their own, which they need: ours is laid over them, not written into them.
  return new Proxy(database, {
    get(target, name) {
      if (name in own) return own[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  }) as unknown as Queryable;
}

/** While SQLite itself waits for a lock, the whole process does. */
const BUSY_SPELL_MS = 20;

function openSqlite(path: string, busyTimeoutMs: number): Db {
  mkdirSync(dirname(path), { recursive: true });
  makePrivateFile(path);
  const connect = () => {
    const connection = new Database(path);
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
    connection.pragma('journal_mode = WAL');
    // NORMAL can lose a committed send when the power goes; a send that is forgotten is sent twice.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    return connection;
  };
  const writer = connect();
  const reader = connect();
  reader.pragma('query_only = ON');
  const tables = sqliteTables;
  const readQ = asQueryable(drizzleSqlite(reader, { casing: 'snake_case' }), 'sqlite', tables);
  const writeQ = asQueryable(drizzleSqlite(writer, { casing: 'snake_case' }), 'sqlite', tables);

  /**
   * Waits for another process's transaction in short spells, so that this process goes on reading and answering. The wait
   * counts from when the writing was asked for: those that queue up behind a lock do not wait for it one after the other.
   */
  async function begin(askedAt: number): Promise<void> {
    for (const giveUp = askedAt + busyTimeoutMs; ; await pause(5)) {
      writer.pragma(`busy_timeout = ${Math.min(BUSY_SPELL_MS, busyTimeoutMs)}`);
      try {
        return void writer.exec('BEGIN IMMEDIATE');
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_BUSY' || performance.now() >= giveUp) throw error;
      } finally {
        writer.pragma(`busy_timeout = ${busyTimeoutMs}`);
      }
    }
  }

  let queue: Promise<unknown> = Promise.resolve();
  async function transaction<T>(fn: (q: Queryable) => Promise<T>, askedAt: number): Promise<T> {
    await begin(askedAt);
    try {
      const result = await fn(writeQ);
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    dialect: 'sqlite',
    tables,
    sqlite: writer,
    read: (fn) => fn(readQ),
    write(fn) {
      const askedAt = performance.now();
      const result = queue.then(() => transaction(fn, askedAt));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}

/** How often a transaction is begun that the database ends because it and another wait for each other. */
const MOST_TRIES = 3;

function openPostgres(
  url: string,
  {
    poolSize = 10,
    patienceMs = 10_000,
    lockPatienceMs,
  }: { poolSize?: number; patienceMs?: number; lockPatienceMs?: number },
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // Nobody waits for ever: not for a connection, not for an answer, and no other for a transaction left open.
    connectionTimeoutMillis: patienceMs,
    statement_timeout: 30_000,
    ...(lockPatienceMs === undefined ? {} : { lock_timeout: lockPatienceMs }),
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const tables = postgresTables;
  // One for each connection, which remembers the statements that were built for it.
  const queryables = new WeakMap<pg.PoolClient, Queryable>();
  const queryableOf = (client: pg.PoolClient) => {
    const known = queryables.get(client);
    if (known) return known;
    const made = asQueryable(drizzlePostgres(client, { casing: 'snake_case' }), 'postgres', tables);
    queryables.set(client, made);
    return made;
  };
  const poolQ = asQueryable(drizzlePostgres(pool, { casing: 'snake_case' }), 'postgres', tables);
  return {
    dialect: 'postgres',
    tables,
    pool,
    read: (fn) => fn(poolQ),
    async write(fn) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await transaction(fn);
        } catch (error) {
          if (tried >= MOST_TRIES || !isWorthRepeating(error)) throw error;
        }
      }
    },
    close: () => pool.end(),
  };

  async function transaction<T>(fn: (q: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // The pool listens only while it has the client; a connection cut in between would end the process.
    const onCut = (failure: Error) => {
      broken = failure;
    };
    client.on('error', onCut);
    try {
      await client.query('BEGIN');
      const result = await fn(queryableOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.off('error', onCut);
      client.release(broken);
    }
  }
}
