/**
 * The one place that knows two databases have two sets of column builders.
 *
 * Every table is written once, against `Columns`. The SQLite builders give the types; the PostgreSQL
 * builders have the same shape for what we use, so they are cast to it here and nowhere else.
 */
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/** Written down with the column, so that nobody has to keep a list of those that are sealed (`db/queries/sealed-columns`). */
function marked<T>(builder: T): T {
  (builder as { config: { sealed?: true } }).config.sealed = true;
  return builder;
}

export const sqliteColumns = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  text: () => lite.text(),
  /** Text that the vault has sealed. A column `xIndex` beside a sealed `x` has the blind index of what is in it. */
  sealed: () => marked(lite.text()),
  /** Text restricted, in TypeScript, to the given values. */
  oneOf: <const T extends readonly [string, ...string[]]>(values: T) => lite.text({ enum: values }),
  integer: () => lite.integer(),
  real: () => lite.real(),
  flag: () => lite.integer({ mode: 'boolean' }),
  /** A point in time, in milliseconds since 1970-01-01T00:00Z. */
  instant: () => lite.integer({ mode: 'number' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
};

export type Columns = typeof sqliteColumns;

export const postgresColumns = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: () => pg.text(),
  sealed: () => marked(pg.text()),
  oneOf: (values: readonly [string, ...string[]]) => pg.text({ enum: values as [string, ...string[]] }),
  integer: () => pg.integer(),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  instant: () => pg.bigint({ mode: 'number' }),
  json: () => pg.jsonb(),
} as unknown as Columns;
