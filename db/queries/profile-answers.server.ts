import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** The answers of a customer's newest finished profile, sealed; null when they have finished none. */
export async function findFinishedAnswers(q: Queryable, customerId: string): Promise<string | null> {
  const { profiles } = q.tables;
  const [row] = await q
    .select({ answers: profiles.answers })
    .from(profiles)
    .where(and(eq(profiles.customerId, customerId), isNotNull(profiles.finishedAt)))
    .orderBy(desc(profiles.finishedAt), desc(profiles.id))
    .limit(1);
  return row?.answers ?? null;
}
