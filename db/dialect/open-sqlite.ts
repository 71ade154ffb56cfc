import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTables } from '../schema/sqlite';
import { boundWal } from './bound-wal';
import { asQueryable, type Db, type Queryable } from './db';
import { keepStatements } from './kept-statements';
import { codeOf } from './outages';
import { makePrivateFile } from './private-file';

/** While SQLite itself waits for a lock, the whole process does. */
const BUSY_SPELL_MS = 20;

/** One writer and one reader in this process; see `Db`. */
export function openSqlite(path: string, busyTimeoutMs: number): Db {
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
  const readQ = asQueryable(drizzle(keepStatements(reader), { casing: 'snake_case' }), 'sqlite', tables);
  const writeQ = asQueryable(drizzle(keepStatements(writer), { casing: 'snake_case' }), 'sqlite', tables);
  const keepWalSmall = boundWal(writer, busyTimeoutMs);

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
      keepWalSmall();
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
