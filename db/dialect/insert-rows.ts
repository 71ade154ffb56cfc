import type Database from 'better-sqlite3';
import {
  getTableColumns,
  getTableName,
  is,
  Param,
  Placeholder,
  SQL,
  sql,
  type InferSelectModel,
  type Query,
} from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import { takeNew } from './bulk';
import { runPrepared } from './prepared';

/**
 * What becomes of a row that is there already, by the columns of one key or by any key (no column): it takes these values of
 * the new one; without any it stays as it is.
 */
export interface IfThere<Row> {
  target: readonly (keyof Row & string)[];
  take?: readonly (keyof Row & string)[];
}

/**
 * Adds many complete rows: every column must be given, defaults are not filled in. The statement is built once for each
 * connection and each choice of columns that are null in every row. SQLite runs it for each row, which takes it two thirds
 * of the time that reading the rows from one document does; PostgreSQL, where each run is a journey, gets the document.
 */
export async function insertRows<T extends SQLiteTable>(
  q: Queryable,
  table: T,
  rows: readonly InferSelectModel<T>[],
  ifThere?: IfThere<InferSelectModel<T>>,
): Promise<void> {
  if (rows.length === 0) return;
  const used = columnsIn(table, rows);
  if (q.dialect === 'sqlite') {
    const run = statementOf(q, table, used, ifThere);
    for (const row of rows) run(row as Record<string, unknown>);
    return;
  }
  await runPrepared(q, nameOf(table, used, ifThere), () => inserting(q, table, documentRows(table), ifThere), {
    rows: documentOf(used, rows),
  });
}

/**
 * Adds rows as `insertRows` does, and passes over those that cannot stand beside what is there, by whatever key.
 * @returns for each row whether it was new.
 */
export async function insertNew<T extends SQLiteTable>(
  q: Queryable,
  table: T,
  key: keyof InferSelectModel<T> & string,
  rows: readonly InferSelectModel<T>[],
): Promise<boolean[]> {
  if (rows.length === 0) return [];
  const used = columnsIn(table, rows);
  const byAnyKey = { target: [] };
  if (q.dialect === 'sqlite') {
    const run = statementOf(q, table, used, byAnyKey);
    return rows.map((row) => run(row as Record<string, unknown>) === 1);
  }
  const column = (getTableColumns(table) as Record<string, SQLiteColumn>)[key]!;
  const added = await runPrepared(
    q,
    `${nameOf(table, used, byAnyKey)} and say which`,
    () => inserting(q, table, documentRows(table), byAnyKey).returning({ key: column }),
    { rows: documentOf(used, rows) },
  );
  const fresh = new Set(added.map((row) => row.key));
  return rows.map((row) => fresh.has(row[key]));
}

function documentOf(used: readonly string[], rows: readonly object[]): string {
  const names = used.map((key) => [key, toSnakeCase(key)] as const);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, (row as Record<string, unknown>)[key]]))),
  );
}

function columnsIn<T extends SQLiteTable>(table: T, rows: readonly InferSelectModel<T>[]): string[] {
  return keysOf(table).filter((key) =>
    rows.some((row) => {
      const value = row[key as keyof typeof row];
      return value !== null && value !== undefined;
    }),
  );
}

const known = new WeakMap<SQLiteTable, string[]>();

function keysOf(table: SQLiteTable): string[] {
  let keys = known.get(table);
  if (!keys) known.set(table, (keys = Object.keys(getTableColumns(table))));
  return keys;
}

function nameOf(table: SQLiteTable, used: readonly string[], ifThere?: IfThere<never>): string {
  return `insert ${getTableName(table)} ${used.join(' ')} ${ifThere?.target.join(' ')} ${ifThere?.take?.join(' ')}`;
}

function documentRows(table: SQLiteTable): SQL {
  const list = sql.raw(keysOf(table).map((key) => `"${toSnakeCase(key)}"`).join(', ')); // prettier-ignore
  return sql`select ${list} from json_populate_recordset(null::${table}, ${sql.placeholder('rows')}::json)`;
}

function inserting<T extends SQLiteTable>(
  q: Queryable,
  table: T,
  rows: SQL | Record<string, SQL | Placeholder>,
  ifThere?: IfThere<InferSelectModel<T>>,
) {
  const insert = q.insert(table);
  const inserted = is(rows, SQL) ? insert.select(rows) : insert.values(rows as never);
  if (!ifThere) return inserted;
  if (ifThere.target.length === 0) return inserted.onConflictDoNothing();
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  const target = ifThere.target.map((key) => columns[key]!);
  if (!ifThere.take) return inserted.onConflictDoNothing({ target });
  return inserted.onConflictDoUpdate({ target, set: takeNew<T, never>(ifThere.take as never) as never });
}

/** @returns how many rows it has changed. */
type RunRow = (row: Record<string, unknown>) => number;

const statements = new WeakMap<Queryable, Map<string, RunRow>>();

/** Drizzle writes the statement, the driver runs it: what Drizzle does for each run takes longer than SQLite does. */
function statementOf<T extends SQLiteTable>(
  q: Queryable,
  table: T,
  used: readonly string[],
  ifThere?: IfThere<InferSelectModel<T>>,
): RunRow {
  let ofConnection = statements.get(q);
  if (!ofConnection) statements.set(q, (ofConnection = new Map()));
  const name = nameOf(table, used, ifThere as IfThere<never>);
  let run = ofConnection.get(name);
  if (!run) {
    const row = Object.fromEntries(keysOf(table).map((key) => [key, used.includes(key) ? sql.placeholder(key) : sql`null`])); // prettier-ignore
    const query = inserting(q, table, row, ifThere).toSQL() as Query;
    const values = query.params.map(valueOf);
    const statement = (q as unknown as { $client: Database.Database }).$client.prepare(query.sql);
    run = (given) => statement.run(values.map((value) => value(given))).changes;
    ofConnection.set(name, run);
  }
  return run;
}

/** How one value of the statement is found in a row, as the driver wants it. */
function valueOf(param: unknown): (row: Record<string, unknown>) => unknown {
  if (!is(param, Param) || !is(param.value, Placeholder))
    throw new Error('a value of a row has no place in its statement');
  const { name } = param.value;
  const encoder = param.encoder as SQLiteColumn;
  const plain = encoder.dataType === 'string' || encoder.dataType === 'number';
  return (row) => {
    const value = row[name];
    if (value === null || value === undefined) return null;
    return plain ? value : encoder.mapToDriverValue(value);
  };
}
