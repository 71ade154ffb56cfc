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
