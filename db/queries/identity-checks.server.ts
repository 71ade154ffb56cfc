import { and, asc, desc, eq, gte, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** Which fact was asked for, and whether the answer was right; the answer is kept nowhere. */
export async function insertIdentityCheck(
  q: Queryable,
  row: InferInsertModel<Tables['identityChecks']>,
): Promise<void> {
  await q.insert(q.tables.identityChecks).values(row);
}

/** What was asked of a customer since an instant (ms), in order. */
export async function listIdentityChecks(q: Queryable, params: { customerId: string; since: number }) {
  const { identityChecks: checks } = q.tables;
  return await q
    .select()
    .from(checks)
    .where(and(eq(checks.customerId, params.customerId), gte(checks.at, params.since)))
    .orderBy(asc(checks.at), asc(checks.id));
}

/** When a help of a customer last began (ms), or null: what was asked before that was for another conversation. */
export async function findLastHelpStart(q: Queryable, customerId: string): Promise<number | null> {
  const { helps } = q.tables;
  const [row] = await q
    .select({ startedAt: helps.startedAt })
    .from(helps)
    .where(eq(helps.customerId, customerId))
    .orderBy(desc(helps.startedAt))
    .limit(1);
  return row?.startedAt ?? null;
}
