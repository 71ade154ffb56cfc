import type Database from 'better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import type { Tables } from '../schema/tables';

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
  /** True while the primary does not answer and its replica is read instead: nothing can be written. */
  isReadOnly?(): boolean;
  /** The drivers' own handles, for migrations, backup and rate limits. */
  readonly sqlite?: Database.Database;
  readonly pool?: pg.Pool;
}

/** Drizzle's builders over one connection, with the tables and the name of the dialect laid over them. */
export function asQueryable(database: object, dialect: Dialect, tables: Tables): Queryable {
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
