import { sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/**
 * Locks the rows a select returns until the transaction ends, so that what is decided from them still
 * holds when it is saved. SQLite has one writer at a time and needs nothing.
 */
export function forUpdate<S>(q: Queryable, select: S): S {
  if (q.dialect === 'sqlite') return select;
  const lockable = select as S & { for(strength: 'update'): S };
  return lockable.for('update');
}

/**
 * As `forUpdate`, for rows whose key stays: other transactions may go on writing rows that refer to them, so that
 * a long import does not make them wait, or wait for each other.
 */
export function forChange<S>(q: Queryable, select: S, options: { skipLocked?: boolean } = {}): S {
  if (q.dialect === 'sqlite') return select;
  const lockable = select as S & { for(strength: 'no key update', config?: { skipLocked?: boolean }): S };
  return lockable.for('no key update', options.skipLocked ? { skipLocked: true } : {});
}

/**
 * Keeps rows that something is about to be tied to from being taken out of use until the transaction ends: whoever does that
 * takes `forUpdate` first, and one waits for the other. Everything else about the rows may go on being changed.
 */
export function forTying<S>(q: Queryable, select: S): S {
  if (q.dialect === 'sqlite') return select;
  const lockable = select as S & { for(strength: 'key share'): S };
  return lockable.for('key share');
}

/** Locks the rows a select returns in order to delete them, and leaves out those that another transaction has in hand. */
export function forRemoval<S>(q: Queryable, select: S): S {
  if (q.dialect === 'sqlite') return select;
  const lockable = select as S & { for(strength: 'update', config: { skipLocked: true }): S };
  return lockable.for('update', { skipLocked: true });
}

/**
 * Takes a lock that is a name and not a row, until the transaction ends (PostgreSQL: an advisory lock, which goes with the
 * connection of whoever is killed). SQLite has one writer at a time and needs nothing.
 * @returns false when another transaction has it: nobody waits for it.
 */
export async function takeNamedLock(q: Queryable, name: string): Promise<boolean> {
  if (q.dialect === 'sqlite') return true;
  const [row] = await q
    .select({ taken: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${name}, 0))` })
    .from(sql`(select 1) as one`);
  return row?.taken === true;
}
