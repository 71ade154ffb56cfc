import { asc, eq, inArray, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type ProviderState = InferSelectModel<Tables['providerStates']>;
type NewProviderState = InferInsertModel<Tables['providerStates']>;

/** How each way out is doing; one that has no row has had no trouble and keeps no rate. */
export async function listProviderStates(q: Queryable): Promise<ProviderState[]> {
  const { providerStates } = q.tables;
  return runPrepared(q, 'provider states', () => q.select().from(providerStates).orderBy(asc(providerStates.id)));
}

/** The states of these ways out, made where they are missing, locked, in the one order that everybody locks them in. */
export async function lockProviderStates(q: Queryable, ids: string[], now: number): Promise<ProviderState[]> {
  if (ids.length === 0) return [];
  const { providerStates } = q.tables;
  const wanted = () =>
    q.select().from(providerStates).where(inArray(providerStates.id, ids)).orderBy(asc(providerStates.id));
  const found = await forChange(q, wanted());
  if (found.length === ids.length) return found;
  const rows = ids.toSorted().map((id) => ({ id, updatedAt: now }));
  await q.insert(providerStates).values(rows).onConflictDoNothing();
  return forChange(q, wanted());
}

/** Changes one state. The caller holds its lock. */
export async function updateProviderState(
  q: Queryable,
  id: string,
  change: Partial<Omit<NewProviderState, 'id'>>,
): Promise<void> {
  const { providerStates } = q.tables;
  await q.update(providerStates).set(change).where(eq(providerStates.id, id));
}
