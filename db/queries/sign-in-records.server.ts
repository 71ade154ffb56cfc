import { desc, eq, lt, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type SignInRecordRow = InferSelectModel<Tables['signInRecords']>;

export async function insertSignInRecord(q: Queryable, row: SignInRecordRow): Promise<void> {
  await q.insert(q.tables.signInRecords).values(row);
}

/** A customer's latest sign-ins, newest first. */
export async function listSignIns(q: Queryable, params: { customerId: string; limit: number }) {
  const { signInRecords: record } = q.tables;
  return q
    .select({ id: record.id, at: record.at, way: record.way, device: record.device })
    .from(record)
    .where(eq(record.customerId, params.customerId))
    .orderBy(desc(record.at), desc(record.id))
    .limit(params.limit);
}

/** Forgets sign-ins from before an instant. */
export async function deleteSignInsBefore(q: Queryable, before: number): Promise<void> {
  const { signInRecords } = q.tables;
  await q.delete(signInRecords).where(lt(signInRecords.at, before));
}
