import type { Queryable } from '@db/client.server';
import type { Deps } from './deps';

/**
 * The same, but what is written goes into a transaction that is open already: several use cases are then kept together, or
 * none of them is. Whoever opened it throws when one refuses, so that the others go with it.
 */
export function within(deps: Deps, q: Queryable): Deps {
  return { ...deps, db: { ...deps.db, read: (fn) => fn(q), write: (fn) => fn(q) } };
}
