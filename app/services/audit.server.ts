import {
  findAuditHead,
  insertAuditEntry,
  listAuditEntries,
  listAuditHeads,
  listHeadlessChains,
  lockAuditHead,
} from '@db/queries/audit.server';
import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import {
  canonicalEntry,
  CHAIN_START,
  followChain,
  officeChain,
  type AuditAction,
  type AuditChain,
  type BrokenLink,
  type ChainEnd,
} from '~/domain/audit/audit-entry';
import type { Deps } from './deps';

export interface AuditFact {
  chain: AuditChain;
  actor: Actor;
  action: AuditAction;
  subjectKind: string;
  subjectId: string | null;
  /** A few machine-readable words; never anything personal. */
  detail?: string;
}

/**
 * Writes one entry at the end of its chain, inside the caller's transaction, so that what happened and its
 * record are kept together or not at all. Call it last: it holds the chain until the transaction ends.
 */
export async function appendAudit(q: Queryable, deps: Deps, fact: AuditFact): Promise<void> {
  const head = await lockAuditHead(q, fact.chain);
  const entry = {
    id: deps.newId(),
    chain: fact.chain,
    seq: head.seq + 1,
    at: deps.clock.now(),
    actorKind: fact.actor.kind,
    actorId: fact.actor.id,
    action: fact.action,
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    detail: fact.detail ?? '',
  };
  const hash = deps.vault.digest(head.hash + canonicalEntry(entry));
  await insertAuditEntry(q, { ...entry, previousHash: head.hash, hash });
}

/** Records that a member of staff looked at a record of their office, before it is shown. */
export const recordRead =
  (deps: Deps) =>
  async (read: {
    reader: { id: string; officeId: string };
    action: AuditAction;
    subjectKind: string;
    subjectId: string | null;
    detail?: string;
  }): Promise<void> => {
    const { reader, ...what } = read;
    const fact = { ...what, chain: officeChain(reader.officeId), actor: { kind: 'staff' as const, id: reader.id } };
    await deps.db.write((q) => appendAudit(q, deps, fact));
  };

export type AuditVerdict = { ok: true; chains: number; entries: number } | ({ ok: false; chain: string } & BrokenLink);

const PAGE = 1000;
/** The largest number that both databases keep in the column. */
const LAST_SEQ = 2_147_483_647;

/**
 * Follows every chain from its first entry to its head, a page at a time, while the service may be running.
 * It cannot see a chain that was taken away whole, head included: keep a copy of the heads elsewhere for that.
 * @returns how much was followed, or the first link that does not hold.
 */
export const verifyAudit = (deps: Deps) => async (): Promise<AuditVerdict> => {
  const headless = await deps.db.read(listHeadlessChains);
  if (headless[0] !== undefined) return { ok: false, chain: headless[0], seq: 0, problem: 'wrong_end' };
  const heads = await deps.db.read(listAuditHeads);
  let entries = 0;
  for (const head of heads) {
    const broken = await verifyChain(deps, head);
    if (broken) return { ok: false, chain: head.chain, ...broken };
    entries += head.seq;
  }
  return { ok: true, chains: heads.length, entries };
};

async function verifyChain(deps: Deps, head: ChainEnd & { chain: string }): Promise<BrokenLink | null> {
  const { chain } = head;
  let end: ChainEnd = { seq: 0, hash: CHAIN_START };
  while (end.seq < head.seq) {
    const page = { chain, afterSeq: end.seq, untilSeq: head.seq, limit: PAGE };
    const entries = await deps.db.read((q) => listAuditEntries(q, page));
    if (entries.length === 0) return { seq: end.seq + 1, problem: 'missing' };
    const followed = followChain(end, entries, deps.vault.digest);
    if ('broken' in followed) return followed.broken;
    end = followed.end;
  }
  if (end.hash !== head.hash) return { seq: head.seq, problem: 'wrong_end' };
  return entryBeyondEnd(deps, head);
}

/** An entry after the head is sound only if the head has moved on meanwhile. */
async function entryBeyondEnd(deps: Deps, head: ChainEnd & { chain: string }): Promise<BrokenLink | null> {
  const page = { chain: head.chain, afterSeq: head.seq, untilSeq: LAST_SEQ, limit: 1 };
  const [next] = await deps.db.read((q) => listAuditEntries(q, page));
  if (!next) return null;
  const headNow = await deps.db.read((q) => findAuditHead(q, head.chain));
  return headNow && headNow.seq >= next.seq ? null : { seq: next.seq, problem: 'wrong_end' };
}
