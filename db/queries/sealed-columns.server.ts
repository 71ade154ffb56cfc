import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tables } from '../schema/tables';

/** A table with values that depend on DATA_KEY. Columns are named as in TypeScript. */
export interface KeyedTable {
  name: string;
  table: SQLiteTable;
  /** The one column of the primary key. */
  key: string;
  sealed: readonly string[];
  /** Columns that hold a blind index. */
  indexes: readonly string[];
}

/** The columns of a table that hold what the vault has sealed. */
export function sealedColumns(table: SQLiteTable): string[] {
  return Object.entries(getTableColumns(table)).flatMap(([name, column]) => (isSealed(column) ? [name] : []));
}

/**
 * Every table with sealed values or blind indexes, read off the schema: a sealed column is one made by `c.sealed()`, and a blind
 * index is in a column whose name ends in `Index`. Where both are, whoever changes the key starts from the sealed one.
 */
export function keyedTables(tables: Tables): KeyedTable[] {
  return Object.values(tables as Record<string, SQLiteTable>).flatMap((table) => {
    const columns = Object.entries(getTableColumns(table));
    const sealed = sealedColumns(table);
    const indexes = columns.flatMap(([name]) => (name.endsWith('Index') ? [name] : []));
    if (sealed.length + indexes.length === 0) return [];
    const [key] = columns.find(([, column]) => column.primary) ?? [];
    if (!key) throw new Error(`${getTableName(table)} has no primary key of one column`);
    return [{ name: getTableName(table), table, key, sealed, indexes }];
  });
}

function isSealed(column: SQLiteColumn): boolean {
  return (column as unknown as { config: { sealed?: true } }).config.sealed === true;
}
