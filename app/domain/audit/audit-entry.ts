import type { ActorKind } from '../access/role';

/** Which chain of the audit trail an entry belongs to: each office has its own, and the service has one. */
export type AuditChain = 'service' | `office:${string}`;

/** What was done, as "noun.verb": `appointment.read`, `staff.signed_in`. */
export type AuditAction = `${string}.${string}`;

/** One line of the audit trail, without its hashes. It holds identifiers, never names, numbers or texts. */
export interface AuditEntry {
  id: string;
  chain: string;
  /** 1 for the first of a chain, then without gaps. */
  seq: number;
  /** Instant in ms. */
  at: number;
  actorKind: ActorKind;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  /** A few machine-readable words, such as the outcome; nothing personal. */
  detail: string;
}

export type LinkedAuditEntry = AuditEntry & { previousHash: string; hash: string };

/** What the first entry of a chain follows. */
export const CHAIN_START = '';

/** The chain of an office. */
export function officeChain(officeId: string): AuditChain {
  return `office:${officeId}`;
}

/** The one way an entry is written down for hashing: its fields in this order, as JSON without spaces. */
export function canonicalEntry(entry: AuditEntry): string {
  const { id, chain, seq, at, actorKind, actorId, action, subjectKind, subjectId, detail } = entry;
  return JSON.stringify({ id, chain, seq, at, actorKind, actorId, action, subjectKind, subjectId, detail });
}

/** The end of a chain as far as it has been followed. */
export interface ChainEnd {
  seq: number;
  hash: string;
}

/**
 * What is wrong with a chain: an entry is missing (or out of order), was changed, or the end is not where
 * the head says it is.
 */
export type BrokenLink = { seq: number; problem: 'missing' | 'changed' | 'wrong_end' };

/**
 * Follows a run of entries from where the chain has been followed to.
 * @param digest SHA-256 of a text, the same that made the hashes.
 * @returns the new end, or the first link that does not hold.
 */
export function followChain(
  from: ChainEnd,
  entries: readonly LinkedAuditEntry[],
  digest: (text: string) => string,
): { end: ChainEnd } | { broken: BrokenLink } {
  let end = from;
  for (const entry of entries) {
    if (entry.seq !== end.seq + 1) return { broken: { seq: end.seq + 1, problem: 'missing' } };
    const sound = entry.previousHash === end.hash && entry.hash === digest(end.hash + canonicalEntry(entry));
    if (!sound) return { broken: { seq: entry.seq, problem: 'changed' } };
    end = { seq: entry.seq, hash: entry.hash };
  }
  return { end };
}
