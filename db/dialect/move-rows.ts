import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import { sqliteTables } from '../schema/sqlite';
import { BackupError } from './backup-error';
import { codeOf } from './outages';

/** Some hundred kilobytes at a time, whatever the table. */
const ROWS_AT_ONCE = 500;

/** Told after each table: its name and how many rows it has. */
export type OnMoved = (table: string, rows: number) => void;

/**
 * Copies every row of every table from SQLite into a PostgreSQL database that has the same tables, all empty. It is to be
 * called within a transaction there: an error leaves nothing. References are looked at when all rows are there, because some
 * tables refer to each other both ways.
 * @returns how many rows each table has, counted on both sides.
 * @throws BackupError when a table is not empty, PostgreSQL does not take a row, a reference leads nowhere, or a count differs.
 */
export async function moveRows(
  source: Database.Database,
  target: pg.Client,
  onMoved: OnMoved,
): Promise<Map<string, number>> {
  const references = await referencesOf(target);
  await target.query(references.map(({ table, name }) => `alter table ${table} alter constraint ${name} deferrable initially deferred`).join(';\n')); // prettier-ignore
  await assertEmpty(target);
  const moved = new Map<string, number>();
  for (const table of Object.values(sqliteTables) as SQLiteTable[]) {
    const name = getTableName(table);
    await moveTable(source, target, table);
    const rows = Number(source.prepare(`select count(*) from "${name}"`).pluck().get());
    const there = await target.query<{ count: string }>(`select count(*) from "${name}"`);
    if (Number(there.rows[0]!.count) !== rows)
      throw new BackupError(`${name}: ${there.rows[0]!.count} rows came of ${rows}. Nothing was moved.`);
    moved.set(name, rows);
    onMoved(name, rows);
  }
  await target.query('set constraints all immediate').catch((error: unknown) => {
    if (codeOf(error) !== '23503') throw error;
    throw new BackupError(
      `A reference leads nowhere (${(error as pg.DatabaseError).constraint}). Nothing was moved: look with \`npm run db -- check\`.`,
    );
  });
  await target.query(references.map(({ table, name }) => `alter table ${table} alter constraint ${name} not deferrable`).join(';\n')); // prettier-ignore
  return moved;
}

async function referencesOf(target: pg.Client) {
  const { rows } = await target.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`,
  );
  return rows;
}

async function assertEmpty(target: pg.Client): Promise<void> {
  for (const table of Object.values(sqliteTables) as SQLiteTable[]) {
    const name = getTableName(table);
    const { rows } = await target.query<{ some: boolean }>(`select exists (select 1 from "${name}") as some`);
    if (rows[0]!.some) throw new BackupError(`There are rows in ${name} there already. Nothing was moved.`);
  }
}

async function moveTable(source: Database.Database, target: pg.Client, table: SQLiteTable): Promise<void> {
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>).map(([key, column]) => ({
    name: toSnakeCase(key),
    column,
  }));
  const list = columns.map((one) => `"${one.name}"`).join(', ');
  const page = source
    .prepare<[number], unknown[]>(
      `select rowid, ${list} from "${name}" where rowid > ? order by rowid limit ${ROWS_AT_ONCE}`,
    ) // prettier-ignore
    .raw(true);
  for (let after = 0; ;) {
    const rows = page.all(after);
    if (rows.length === 0) return;
    const document = rows.map(([, ...values]) =>
      Object.fromEntries(columns.map(({ name: key, column }, at) => [key, asTold(column, values[at])])),
    );
    const last = Number(rows.at(-1)![0]);
    await target
      .query(`insert into "${name}" (${list}) select ${list} from json_populate_recordset(null::"${name}", $1::json)`, [
        JSON.stringify(document),
      ])
      .catch((error: unknown) => {
        // The code and no more: the error's own words may hold the values.
        if (!/^2[23]/.test(codeOf(error) ?? '')) throw error;
        throw new BackupError(
          `${name}: PostgreSQL does not take one of the rows with rowid ${after + 1} to ${last} (${codeOf(error)}). Nothing was moved.`,
        );
      });
    after = last;
  }
}

/** A value of SQLite as the program knows it: a flag is true or false, and a document no text. */
function asTold(column: SQLiteColumn, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapFromDriverValue(value);
}
