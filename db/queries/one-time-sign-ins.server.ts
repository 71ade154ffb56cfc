import { and, eq, gt, isNull, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** Makes one-use sign-in addresses; those made before stop working. Only the demo does this. */
export async function replaceOneTimeSignIns(
  q: Queryable,
  rows: InferInsertModel<Tables['oneTimeSignIns']>[],
): Promise<void> {
  const { oneTimeSignIns } = q.tables;
  await q.delete(oneTimeSignIns);
  if (rows.length > 0) await q.insert(oneTimeSignIns).values(rows);
}

/** Uses an address up. @returns whose it was, or null when it was used, has run out, or never was: one update decides. */
export async function takeOneTimeSignIn(q: Queryable, tokenHash: string, now: number) {
  const { oneTimeSignIns } = q.tables;
  const [taken] = await q
    .update(oneTimeSignIns)
    .set({ usedAt: now })
    .where(
      and(eq(oneTimeSignIns.tokenHash, tokenHash), isNull(oneTimeSignIns.usedAt), gt(oneTimeSignIns.expiresAt, now)),
    )
    .returning();
  return taken ?? null;
}
