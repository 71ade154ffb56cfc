import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** The enrolled shared computer with this hashed secret; null when there is none, or it was taken out of use. */
export async function findKioskBySecret(q: Queryable, secretHash: string) {
  const { kiosks } = q.tables;
  const [row] = await q
    .select()
    .from(kiosks)
    .where(and(eq(kiosks.secretHash, secretHash), isNull(kiosks.revokedAt)));
  return row ?? null;
}
