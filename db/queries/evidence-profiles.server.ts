import { and, desc, eq, isNotNull, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type ProfileRow = InferSelectModel<Tables['profiles']>;

/** The finished profile of a customer that counts, the newest; null where there is none. */
export async function findStandingProfile(q: Queryable, customerId: string): Promise<ProfileRow | null> {
  const { profiles } = q.tables;
  const [row] = await q
    .select()
    .from(profiles)
    .where(and(eq(profiles.customerId, customerId), isNotNull(profiles.finishedAt)))
    .orderBy(desc(profiles.finishedAt), desc(profiles.startedAt), desc(profiles.id))
    .limit(1);
  return row ?? null;
}

export async function insertProfileOfEvidence(q: Queryable, row: ProfileRow): Promise<void> {
  await q.insert(q.tables.profiles).values(row);
}

/** Takes a profile away that came from what was seen at a visit; one that came from questions stays. */
export async function deleteProfileOfEvidence(q: Queryable, id: string): Promise<void> {
  const { profiles } = q.tables;
  await q.delete(profiles).where(and(eq(profiles.id, id), eq(profiles.source, 'evidence')));
}
