import { eq, getTableName, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '@db/client.server';

/** The rows of a table in which a column holds a value. */
export type RowsBy = (table: SQLiteTable, column: SQLiteColumn, value: string) => Promise<unknown[]>;

type Prepared = (value: string) => Promise<unknown[]>;
const prepared = new WeakMap<Queryable, Map<string, Prepared>>();

/** By statements that are prepared once for a database: thousands of requests have the record looked at before and after. */
export const rowsBy =
  (q: Queryable): RowsBy =>
  (table, column, value) => {
    const known = prepared.get(q) ?? new Map<string, Prepared>();
    prepared.set(q, known);
    const name = `${getTableName(table)}.${column.name}`;
    const rows = known.get(name) ?? prepare(q, table, column);
    known.set(name, rows);
    return rows(value);
  };

function prepare(q: Queryable, table: SQLiteTable, column: SQLiteColumn): Prepared {
  const statement = q.select().from(table).where(eq(column, sql.placeholder('value'))).prepare(); // prettier-ignore
  return (value) => statement.all({ value });
}
