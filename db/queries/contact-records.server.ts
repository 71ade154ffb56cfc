import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type ContactRecord = InferSelectModel<Tables['contactRecords']>;

export async function insertContactRecord(q: Queryable, row: ContactRecord): Promise<void> {
  await q.insert(q.tables.contactRecords).values(row);
}

/** A contact by its id, whoever's it is. */
export async function findContactRecord(q: Queryable, id: string): Promise<ContactRecord | null> {
  const { contactRecords } = q.tables;
  const [row] = await q.select().from(contactRecords).where(eq(contactRecords.id, id));
  return row ?? null;
}

/** Takes a contact off the record (at an instant, ms), or puts it back (null). */
export async function setContactWithdrawn(q: Queryable, params: { id: string; at: number | null }): Promise<void> {
  const { contactRecords } = q.tables;
  await q.update(contactRecords).set({ withdrawnAt: params.at }).where(eq(contactRecords.id, params.id));
}
