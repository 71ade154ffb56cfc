import { Column, fillPlaceholders, is, SQL } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** What Drizzle's builders have in common: a statement that can be built once and run often. */
interface Preparable<R> {
  prepare(): Prepared<R>;
}

interface Prepared<R> {
  execute(values: Record<string, unknown>): R;
}

type Run = (values: Record<string, unknown>) => unknown;

const known = new WeakMap<Queryable, Map<string, Run>>();

/**
 * Runs a statement that is built once for each connection: Drizzle takes longer to build one than either database takes
 * to run it. SQLite keeps it compiled; PostgreSQL plans it anew, because a plan from when everything was due is the wrong
 * one afterwards. Its values are `sql.placeholder`s.
 * @param name of this statement alone; whatever else differs from one time to the next must be in it.
 */
export async function runPrepared<R>(
  q: Queryable,
  name: string,
  build: () => PromiseLike<R>,
  values: Record<string, unknown> = {},
): Promise<R> {
  const run = keptFor(q, name, () => {
    const statement = (build() as unknown as Preparable<R>).prepare();
    return readsRows(statement) ?? ((given) => statement.execute(given));
  });
  return (await run(values)) as R;
}

function keptFor(q: Queryable, name: string, make: () => Run): Run {
  let statements = known.get(q);
  if (!statements) known.set(q, (statements = new Map()));
  let run = statements.get(name);
  if (!run) statements.set(name, (run = make()));
  return run;
}

/** As far as they are used here; the rest of Drizzle's prepared statements is the same in both. */
interface SelectStatement {
  fields?: { path: string[]; field: unknown }[];
  joinsNotNullableMap?: Record<string, boolean>;
  customResultMapper?: unknown;
  // SQLite
  stmt?: { raw(): { all(...params: unknown[]): unknown[][] } };
  query?: { params: unknown[] };
  executeMethod?: string;
  // PostgreSQL
  client?: { query(config: object, params: unknown[]): Promise<{ rows: unknown[][] }> };
  queryConfig?: object;
  params?: unknown[];
}

/**
 * Runs a select whose rows are plain lists of columns, and turns them into objects: Drizzle finds out anew for each value
 * of each row how it is read, which takes longer than the database takes to find it.
 * @returns null for any other statement.
 */
function readsRows(statement: unknown): Run | null {
  const select = statement as SelectStatement;
  const { fields } = select;
  if (!fields || select.customResultMapper || fields.some(({ path }) => path.length !== 1)) return null;
  const keys = fields.map(({ path }) => path[0]!);
  const readers = fields.map(({ field }) => readerOf(field));
  const toObject = (values: unknown[]) => {
    const row: Record<string, unknown> = {};
    for (let n = 0; n < keys.length; n += 1) {
      const value = values[n];
      const read = readers[n];
      row[keys[n]!] = read && value !== null ? read(value) : value;
    }
    return row;
  };
  const { stmt, query, client, queryConfig, params } = select;
  if (stmt && query && select.executeMethod === 'all') {
    const raw = stmt.raw();
    return (given) => raw.all(...fillPlaceholders(query.params, given)).map(toObject);
  }
  if (client && queryConfig && params)
    return async (given) => (await client.query(queryConfig, fillPlaceholders(params, given))).rows.map(toObject);
  return null;
}

type Reader = (value: unknown) => unknown;

/** How a value that is not null is read; null where it is as the driver gives it. */
function readerOf(field: unknown): Reader | null {
  const decoder = is(field, Column) ? field : is(field, SQL) ? decoderOf(field) : decoderOf((field as SQL.Aliased).sql);
  const plain = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return plain ? null : (value) => decoder.mapFromDriverValue(value);
}

function decoderOf(field: SQL): { mapFromDriverValue: Reader } {
  return (field as unknown as { decoder: { mapFromDriverValue: Reader } }).decoder;
}

/** SQLite's own statement, compiled once for each connection: for what is done to thousands of rows, one by one. */
export function sqliteStatement(q: Queryable, text: string): { run(...values: unknown[]): { changes: number } } {
  let statements = compiled.get(q);
  if (!statements) compiled.set(q, (statements = new Map()));
  let statement = statements.get(text);
  if (!statement) {
    const { $client } = q as unknown as { $client: { prepare(text: string): CompiledStatement } };
    statements.set(text, (statement = $client.prepare(text)));
  }
  return statement;
}

type CompiledStatement = ReturnType<typeof sqliteStatement>;
const compiled = new WeakMap<Queryable, Map<string, CompiledStatement>>();
