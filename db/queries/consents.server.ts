import { and, asc, eq, isNull, type InferInsertModel } from 'drizzle-orm';
import type { ActorKind } from '~/domain/access/role';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** The partners that a customer is asked about, and those that they were once asked about. */
export async function listPartners(q: Queryable) {
  const { partners } = q.tables;
  return q.select().from(partners).orderBy(asc(partners.name));
}

export async function findPartner(q: Queryable, id: string) {
  const { partners } = q.tables;
  const [row] = await q.select().from(partners).where(eq(partners.id, id));
  return row ?? null;
}

/** Every time that a customer agreed, and took it back, oldest first. */
export async function listConsents(q: Queryable, customerId: string) {
  const { consents } = q.tables;
  return q
    .select()
    .from(consents)
    .where(eq(consents.customerId, customerId))
    .orderBy(asc(consents.givenAt), asc(consents.id));
}

export async function insertConsent(q: Queryable, row: InferInsertModel<Tables['consents']>): Promise<void> {
  await q.insert(q.tables.consents).values(row);
}

/** Takes back whatever was agreed with a partner and stands. @returns how many agreements that were. */
export async function withdrawConsents(
  q: Queryable,
  params: { customerId: string; partnerId: string; now: number; by: ActorKind },
): Promise<number> {
  const { consents } = q.tables;
  const ended = await q
    .update(consents)
    .set({ withdrawnAt: params.now, withdrawnBy: params.by })
    .where(
      and(
        eq(consents.customerId, params.customerId),
        eq(consents.partnerId, params.partnerId),
        isNull(consents.withdrawnAt),
      ),
    )
    .returning({ id: consents.id });
  return ended.length;
}
