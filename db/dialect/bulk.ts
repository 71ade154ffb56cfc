import {
  getTableColumns,
  getTableName,
  sql,
  type InferSelectModel,
  type Param,
  type Placeholder,
  type SQL,
} from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { groupBy } from '~/domain/group-by';
import type { Queryable } from '../client.server';
import { runPrepared, sqliteStatement } from './prepared';

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

/** What is to be changed in one row. A column that is not named stays; null empties it. */
export type RowChange<T extends SQLiteTable> = { id: string } & Partial<InferSelectModel<T>>;

/**
 * Changes many rows, each in its own way. On PostgreSQL one statement for all that change the same columns, because each has
 * to go there and back; SQLite is in this process, and is quickest with one for each row, compiled once.
 */
export async function updateRows<T extends SQLiteTable & { id: SQLiteColumn }>(
  q: Queryable,
  table: T,
  changes: readonly RowChange<T>[],
): Promise<void> {
  const alike = groupBy(changes, (change) => columnsOf(change).join(' '));
  for (const rows of alike.values()) {
    const columns = columnsOf(rows[0]!);
    if (columns.length === 0) continue;
    if (q.dialect === 'sqlite') {
      const all = columnsByKey(table);
      const set = columns.map((key) => `"${toSnakeCase(key)}" = ?`).join(', ');
      const statement = sqliteStatement(q, `update "${getTableName(table)}" set ${set} where "id" = ?`);
      for (const row of rows) statement.run(...[...columns, 'id'].map((key) => bound(all[key]!, (row as Row)[key])));
      continue;
    }
    const set = Object.fromEntries(columns.map((key) => [key, newValue(key)]));
    await runPrepared(
      q,
      `update ${getTableName(table)} ${columns.join(' ')}`,
      () =>
        q
          .update(table)
          .set(set as never)
          .from(freshRows(table))
          .where(sql`${table.id} = ${newValue('id')}`),
      { rows: asDocument(['id', ...columns], rows) },
    );
  }
}

function columnsOf(change: object): string[] {
  return Object.entries(change).flatMap(([key, value]) => (key === 'id' || value === undefined ? [] : [key]));
}

function columnsByKey(table: SQLiteTable): Record<string, SQLiteColumn> {
  return getTableColumns(table);
}

/** A value as SQLite is given it. */
function bound(column: SQLiteColumn, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}

function newValue(key: string): SQL {
  return sql.raw(`fresh."${toSnakeCase(key)}"`);
}

function freshRows(table: SQLiteTable): SQL {
  return sql`json_populate_recordset(null::${table}, ${sql.placeholder('rows')}::json) as fresh`;
}

function asDocument(keys: readonly string[], rows: readonly object[]): string {
  const names = keys.map((key) => [key, toSnakeCase(key)] as const);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, (row as Record<string, unknown>)[key]]))),
  );
}

type Row = Record<string, unknown>;

/** For `onConflictDoUpdate`: the named columns take the value of the row that could not be inserted. */
export function takeNew<T extends SQLiteTable, K extends keyof InferSelectModel<T> & string>(
  columns: readonly K[],
): Record<K, SQL> {
  return Object.fromEntries(columns.map((key) => [key, sql.raw(`excluded."${toSnakeCase(key)}"`)])) as Record<K, SQL>;
}

/** True for rows whose text column is one of many values, given as one bound parameter. */
export function isOneOf(q: Queryable, column: SQLiteColumn, values: readonly string[]): SQL {
  return isAmong(q, column, sql.param(asOneValue(q, values)));
}

/** The same in a statement that is prepared: the values are given each time, under this name, as `asOneValue`. */
export function isOneOfNamed(q: Queryable, column: SQLiteColumn, name: string): SQL {
  return isAmong(q, column, sql.placeholder(name));
}

/** Many text values as what one parameter holds. */
export function asOneValue(q: Queryable, values: readonly string[]): unknown {
  return q.dialect === 'postgres' ? values : JSON.stringify(values);
}

function isAmong(q: Queryable, column: SQLiteColumn, values: Param | Placeholder): SQL {
  if (q.dialect === 'postgres') return sql`${column} = any(${values}::text[])`;
  return sql`${column} in (select value from json_each(${values}))`;
}
