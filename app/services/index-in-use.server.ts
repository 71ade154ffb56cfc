import type { Queryable } from '@db/client.server';
import { listKeptIndexes } from '@db/queries/blind-indexes.server';
import type { Deps } from './deps';

/**
 * The blind index under which a number or address is kept, or would be. Rows about one value in several tables are joined by
 * it, so that all of them have to have the same: while DATA_KEY is being changed it is the one that is there already, until
 * `rotateKeys` moves them all at once. With one key it is that key's, and nothing is asked. See docs/decisions/0047.
 */
export async function indexInUse(q: Queryable, deps: Pick<Deps, 'vault'>, value: string): Promise<string> {
  const [index] = await indexesInUse(q, deps, [value]);
  return index!;
}

/** The same for many, in their order. */
export async function indexesInUse(
  q: Queryable,
  { vault }: Pick<Deps, 'vault'>,
  values: readonly string[],
): Promise<string[]> {
  const byKey = values.map((value) => vault.indexes(value));
  if (byKey.every(({ length }) => length === 1)) return byKey.map(([own]) => own);
  // Where both are there, whoever has the number or address decides.
  const rank = new Map((await listKeptIndexes(q, byKey.flat())).reverse().map((index, place) => [index, place]));
  return byKey.map(([own, ...others]) =>
    others.reduce((best, index) => ((rank.get(index) ?? -1) > (rank.get(best) ?? -1) ? index : best), own),
  );
}
