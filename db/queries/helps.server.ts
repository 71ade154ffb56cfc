import type { InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type HelpRow = InferSelectModel<Tables['helps']>;

export async function insertHelp(q: Queryable, row: HelpRow): Promise<void> {
  await q.insert(q.tables.helps).values(row);
}
