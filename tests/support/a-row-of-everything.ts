import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '@db/client.server';
import { postgresTables } from '@db/schema/postgres';
import { sqliteTables } from '@db/schema/sqlite';

/** Text that a careless copy would spoil. */
const AWKWARD = `Llŷr "ŵ" O'Dea\\n <b>{}, 👩🏽‍🦽\n\t%s $1 null`;

/**
 * Fills every table of an empty SQLite database with rows that refer to each other: something in every column, and in the last
 * row nothing where nothing may be. Rules beyond types, keys and references are not looked at.
 */
export function fillEveryTable(db: Db, rows = 3): void {
  const sqlite = db.sqlite!;
  sqlite.pragma('foreign_keys = OFF');
  for (const table of Object.values(sqliteTables) as SQLiteTable[]) {
    const columns = Object.keys(getTableColumns(table));
    const names = columns.map((key) => `"${toSnakeCase(key)}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    const insert = sqlite.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`);
    for (let row = 1; row <= rows; row += 1)
      insert.run(columns.map((key) => valueOf(table, key, row, { sparse: row === rows })));
  }
  sqlite.pragma('foreign_keys = ON');
}

function valueOf(table: SQLiteTable, key: string, row: number, { sparse }: { sparse: boolean }): unknown {
  const column = (getTableColumns(table) as Record<string, SQLiteColumn>)[key]!;
  for (const { reference } of getTableConfig(table).foreignKeys) {
    const { columns, foreignColumns, foreignTable } = reference();
    const at = columns.indexOf(column);
    if (at >= 0 && !(sparse && !column.notNull)) return valueOf(foreignTable, keyOf(foreignTable, foreignColumns[at]!), row, { sparse: false }); // prettier-ignore
  }
  if (sparse && !column.notNull && !column.primary) return null;
  if (column.enumValues?.length) return column.enumValues[row % column.enumValues.length];
  if (column.dataType === 'boolean') return row % 2;
  if (column.dataType === 'json')
    return JSON.stringify([{ row, text: AWKWARD, none: null, yes: true }, 'text', 2.5, []]);
  if (column.dataType === 'number') return { bigint: Date.UTC(2026, 10, 27) + row, integer: row }[sizeOf(table, key)] ?? row + 0.125; // prettier-ignore
  return `${getTableName(table)} ${key} ${row}${column.primary ? '' : AWKWARD}`;
}

function keyOf(table: SQLiteTable, column: SQLiteColumn): string {
  return Object.entries(getTableColumns(table)).find(([, one]) => one === (column as unknown))![0];
}

/** A moment has 64 bits in PostgreSQL, a count 32. */
function sizeOf(table: SQLiteTable, key: string): string {
  const twin = Object.values(postgresTables).find((one) => getTableName(one) === getTableName(table))!;
  return (getTableColumns(twin) as unknown as Record<string, SQLiteColumn>)[key]!.getSQLType();
}
