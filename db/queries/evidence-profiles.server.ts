import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** Takes a profile away that came from what was seen at a visit; one that came from questions stays. */
export async function deleteProfileOfEvidence(q: Queryable, id: string): Promise<void> {
  const { profiles } = q.tables;
  await q.delete(profiles).where(and(eq(profiles.id, id), eq(profiles.source, 'evidence')));
}
