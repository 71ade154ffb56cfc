import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import { CHAIN_START, type ChainEnd, type LinkedAuditEntry } from '~/domain/audit/audit-entry';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';

/**
 * The end of a chain, locked until the transaction is over, so that the next link is made by one at a time.
 * The first to need a chain makes its head; of two who try at once, one waits and finds the other's.
 */
export async function lockAuditHead(q: Queryable, chain: string): Promise<ChainEnd> {
  const { auditHeads } = q.tables;
  const find = () =>
    forUpdate(
      q,
      q.select({ seq: auditHeads.seq, hash: auditHeads.hash }).from(auditHeads).where(eq(auditHeads.chain, chain)),
    );
  const [head] = await find();
  if (head) return head;
  await q.insert(auditHeads).values({ chain, seq: 0, hash: CHAIN_START }).onConflictDoNothing();
  const [made] = await find();
  if (!made) throw new Error('an audit chain lost its head');
  return made;
}

/** Adds the next link; the head must have been locked in this transaction. */
export async function insertAuditEntry(q: Queryable, entry: LinkedAuditEntry): Promise<void> {
  const { auditEntries, auditHeads } = q.tables;
  await q.insert(auditEntries).values(entry);
  await q.update(auditHeads).set({ seq: entry.seq, hash: entry.hash }).where(eq(auditHeads.chain, entry.chain));
}

/** Where every chain ends, by name of the chain. */
export async function listAuditHeads(q: Queryable): Promise<(ChainEnd & { chain: string })[]> {
  const { auditHeads } = q.tables;
  return await q.select().from(auditHeads).orderBy(asc(auditHeads.chain));
}

export async function findAuditHead(q: Queryable, chain: string): Promise<ChainEnd | null> {
  const { auditHeads } = q.tables;
  const [head] = await q.select().from(auditHeads).where(eq(auditHeads.chain, chain));
  return head ?? null;
}

/** Chains that have entries but no head: somebody took it. */
export async function listHeadlessChains(q: Queryable): Promise<string[]> {
  const { auditEntries, auditHeads } = q.tables;
  const rows = await q
    .selectDistinct({ chain: auditEntries.chain })
    .from(auditEntries)
    .leftJoin(auditHeads, eq(auditHeads.chain, auditEntries.chain))
    .where(isNull(auditHeads.chain))
    .orderBy(asc(auditEntries.chain));
  return rows.map((row) => row.chain);
}

/** A page of a chain in order, after `afterSeq` and up to `untilSeq`. */
export async function listAuditEntries(
  q: Queryable,
  page: { chain: string; afterSeq: number; untilSeq: number; limit: number },
): Promise<LinkedAuditEntry[]> {
  const { auditEntries: entry } = q.tables;
  return await q
    .select()
    .from(entry)
    .where(and(eq(entry.chain, page.chain), gt(entry.seq, page.afterSeq), lte(entry.seq, page.untilSeq)))
    .orderBy(asc(entry.seq))
    .limit(page.limit);
}
