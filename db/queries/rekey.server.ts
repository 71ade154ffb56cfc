import { and, asc, eq, getTableColumns, gt, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import type { KeyedTable } from './sealed-columns.server';

/** What depends on DATA_KEY in one row: columns as in TypeScript. */
export interface KeyedRow {
  key: string;
  values: Record<string, string | null>;
}

/** A blind index by another key, and the one that takes its place. */
export interface MovedIndex {
  from: string;
  to: string;
}

/** The next rows of a table, by its key, after the one given. */
export async function listKeyedRows(
  q: Queryable,
  { table, key, sealed, indexes }: KeyedTable,
  params: { after: string; limit: number },
): Promise<KeyedRow[]> {
  const columns = getTableColumns(table);
  const wanted = Object.fromEntries([key, ...sealed, ...indexes].map((name) => [name, columns[name]!]));
  const rows = await q
    .select(wanted)
    .from(table)
    .where(gt(columns[key]!, params.after))
    .orderBy(asc(columns[key]!))
    .limit(params.limit);
  return (rows as Record<string, string | null>[]).map(({ [key]: id, ...values }) => ({ key: String(id), values }));
}

/**
 * Puts newly sealed values in the place of those that were read. A row in which one of them is another by now is left alone.
 * @returns false when it was.
 */
export async function replaceSealed(
  q: Queryable,
  { table, key }: KeyedTable,
  row: { key: string; from: Record<string, string>; to: Record<string, string> },
): Promise<boolean> {
  const columns = getTableColumns(table);
  const asRead = Object.entries(row.from).map(([name, value]) => eq(columns[name]!, value));
  const replaced = await q
    .update(table)
    .set(row.to as never)
    .where(and(eq(columns[key]!, row.key), ...asRead))
    .returning({ key: columns[key]! });
  return replaced.length > 0;
}

/**
 * Moves blind indexes in every table at once, so that what is joined by them stays joined. Where something was kept by the new
 * index in the meantime, the later of two rows that may be there only once stays.
 */
export async function moveIndexes(q: Queryable, tables: readonly KeyedTable[], moved: readonly MovedIndex[]) {
  if (moved.length === 0) return;
  await dropDoubles(q, moved);
  for (const { table, indexes } of tables) {
    const columns = getTableColumns(table);
    for (const name of indexes) {
      const column = columns[name]!;
      await q
        .update(table)
        .set({ [name]: newIndex(q, column, moved) } as never)
        .where(
          isOneOf(
            q,
            column,
            moved.map(({ from }) => from),
          ),
        );
    }
  }
}

/** How many refusals, and how many of what people gave up, are of numbers and addresses that are nowhere else any more. */
export async function countLoneIndexes(q: Queryable): Promise<{ refusals: number; givenUp: number }> {
  const { optOuts, contactChanges, contactPoints, messages, replies } = q.tables;
  const alone = (column: SQLiteColumn) => sql`not exists (select 1 from ${contactPoints} where value_index = ${column})
    and not exists (select 1 from ${messages} where recipient_index = ${column})
    and not exists (select 1 from ${replies} where sender_index = ${column})`;
  const counted = { n: sql<number>`count(*)` };
  const [refusals] = await q.select(counted).from(optOuts).where(alone(optOuts.valueIndex));
  const [givenUp] = await q
    .select(counted)
    .from(contactChanges)
    .where(sql`${contactChanges.replacedIndex} is not null and ${alone(contactChanges.replacedIndex)}`);
  return { refusals: Number(refusals!.n), givenUp: Number(givenUp!.n) };
}

async function dropDoubles(q: Queryable, moved: readonly MovedIndex[]): Promise<void> {
  const { optOuts, contactPoints } = q.tables;
  // Mostly nothing is kept by a new index yet, and that is all there is to ask.
  const to = moved.map((index) => index.to);
  const ofPoint = isOneOf(q, contactPoints.valueIndex, to);
  const ofRefusal = isOneOf(q, optOuts.valueIndex, to);
  const points = await q.select({ index: contactPoints.valueIndex }).from(contactPoints).where(ofPoint);
  const refusals = await q.select({ index: optOuts.valueIndex }).from(optOuts).where(ofRefusal);
  const there = new Set([...points, ...refusals].map(({ index }) => index));
  for (const pair of moved.filter((index) => there.has(index.to))) {
    await dropDoublesOf(q, [pair.from, pair.to]);
  }
}

async function dropDoublesOf(q: Queryable, both: string[]): Promise<void> {
  const { optOuts, contactPoints } = q.tables;
  const refusals = await q
    .select()
    .from(optOuts)
    .where(isOneOf(q, optOuts.valueIndex, both));
  for (const one of refusals)
    if (refusals.some((other) => other.channel === one.channel && isLater(other, one)))
      await q.delete(optOuts).where(eq(optOuts.id, one.id));
  const points = await q
    .select()
    .from(contactPoints)
    .where(isOneOf(q, contactPoints.valueIndex, both));
  for (const one of points)
    if (points.some((other) => other.customerId === one.customerId && other.kind === one.kind && other.id < one.id))
      await q.delete(contactPoints).where(eq(contactPoints.id, one.id));
}

function isLater(a: { id: string; since: number }, b: { id: string; since: number }): boolean {
  return a.since === b.since ? a.id > b.id : a.since > b.since;
}

function newIndex(q: Queryable, column: SQLiteColumn, moved: readonly MovedIndex[]): SQL {
  const name = sql.raw(`"${toSnakeCase(column.name)}"`);
  if (q.dialect === 'postgres')
    return sql`(select value from json_each_text(${JSON.stringify(byFrom(moved))}::json) where key = ${name})`;
  return sql`(select value from json_each(${JSON.stringify(byFrom(moved))}) where key = ${name})`;
}

const byFrom = (moved: readonly MovedIndex[]) => Object.fromEntries(moved.map(({ from, to }) => [from, to]));
