import { and, desc, eq, gt, inArray, isNull, lt, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export async function insertSignInCard(q: Queryable, row: InferInsertModel<Tables['signInCards']>): Promise<void> {
  await q.insert(q.tables.signInCards).values(row);
}

/** The cards of a customer that would sign somebody in at `now`, newest first, with who made them. */
export async function listOpenCards(q: Queryable, params: { customerId: string; now: number }) {
  const { signInCards: card, staff } = q.tables;
  return q
    .select({
      id: card.id,
      createdAt: card.createdAt,
      expiresAt: card.expiresAt,
      firstName: staff.firstName,
      lastName: staff.lastName,
    })
    .from(card)
    .innerJoin(staff, eq(staff.id, card.createdBy))
    .where(
      and(
        eq(card.customerId, params.customerId),
        isNull(card.usedAt),
        isNull(card.revokedAt),
        gt(card.expiresAt, params.now),
      ),
    )
    .orderBy(desc(card.createdAt));
}

/** Takes back every card of a customer that has not been used. @returns how many there were that still worked. */
export async function revokeSignInCards(q: Queryable, params: { customerId: string; now: number }): Promise<number> {
  const { signInCards: card } = q.tables;
  const revoked = await q
    .update(card)
    .set({ revokedAt: params.now })
    .where(
      and(
        eq(card.customerId, params.customerId),
        isNull(card.usedAt),
        isNull(card.revokedAt),
        gt(card.expiresAt, params.now),
      ),
    )
    .returning({ id: card.id });
  return revoked.length;
}

/** Uses a card up, by any of these hashes. @returns whose it was, or null when it was used, taken back, has run out, or never was. */
export async function takeSignInCard(q: Queryable, params: { codeHashes: string[]; now: number }) {
  const { signInCards: card } = q.tables;
  const [taken] = await q
    .update(card)
    .set({ usedAt: params.now })
    .where(
      and(
        inArray(card.codeHash, params.codeHashes),
        isNull(card.usedAt),
        isNull(card.revokedAt),
        gt(card.expiresAt, params.now),
      ),
    )
    .returning({ id: card.id, customerId: card.customerId });
  return taken ?? null;
}

/** Forgets cards that ran out before `now`: the audit trail says that there were any. */
export async function deleteExpiredCards(q: Queryable, now: number): Promise<void> {
  const { signInCards } = q.tables;
  await q.delete(signInCards).where(lt(signInCards.expiresAt, now));
}
