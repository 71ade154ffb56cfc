import { getTableColumns, sql, type InferSelectModel, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';

/**
 * Many complete rows as one bound parameter, for `insert(table).select(rowsOf(…))`.
 *
 * One JSON document instead of a parameter per value: SQLite stops at 32,766 parameters, and building a statement
 * with so many is most of the time a large insert takes. Columns that are null in every row are not sent. Every
 * column must be given; defaults are not filled in.
 */
export function rowsOf<T extends SQLiteTable>(q: Queryable, table: T, rows: readonly InferSelectModel<T>[]): SQL {
  const columns = Object.keys(getTableColumns(table)) as (keyof InferSelectModel<T> & string)[];
  const used = columns.filter((key) => rows.some((row) => row[key] !== null && row[key] !== undefined));
  if (q.dialect === 'postgres') {
    const names = used.map((key) => [key, toSnakeCase(key)] as const);
    const json = JSON.stringify(rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, row[key]]))));
    const list = sql.raw(columns.map((key) => `"${toSnakeCase(key)}"`).join(', '));
    return sql`select ${list} from json_populate_recordset(null::${table}, ${json}::json)`;
  }
  // By position: four times as fast here as by name.
  const json = JSON.stringify(rows.map((row) => used.map((key) => row[key])));
  const position = new Map(used.map((key, index) => [key, index]));
  const list = columns.map((key) => (position.has(key) ? `value ->> ${position.get(key)}` : 'null'));
  // Without a condition SQLite reads a following ON CONFLICT as part of the join.
  return sql`select ${sql.raw(list.join(', '))} from json_each(${json}) where true`;
}

/** For `onConflictDoUpdate`: the named columns take the value of the row that could not be inserted. */
export function takeNew<T extends SQLiteTable, K extends keyof InferSelectModel<T> & string>(
  columns: readonly K[],
): Record<K, SQL> {
  return Object.fromEntries(columns.map((key) => [key, sql.raw(`excluded."${toSnakeCase(key)}"`)])) as Record<K, SQL>;
}

/** True for rows whose text column is one of many values, given as one bound parameter. */
export function isOneOf(q: Queryable, column: SQLiteColumn, values: readonly string[]): SQL {
  if (q.dialect === 'postgres') return sql`${column} = any(${sql.param(values)}::text[])`;
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}
