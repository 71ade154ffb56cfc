import { fingerprintOf } from './fingerprint';

export type SaveResult = 'created' | 'updated' | 'unchanged';

/** Counts what became of the things of one kind that a file names. */
export interface Tally {
  readonly counts: Readonly<Record<SaveResult, number>>;
  /**
   * @param ref the thing's own reference.
   * @param facts everything the line says about it.
   * @param overtaken a later line of the file speaks of the same thing.
   */
  add(result: SaveResult, ref: string, facts: unknown, overtaken?: boolean): void;
}

export function newTally(): Tally {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  return { counts, add: (result) => void (counts[result] += 1) };
}

/**
 * A tally for a run that saves nothing. Each batch is undone, so that a later one does not see what an earlier one
 * would have changed: the second line about a thing is told by comparing it with the first.
 */
export function newDryTally(): Tally {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const seen = new Map<number, number>();
  return {
    counts,
    add(result, ref, facts, overtaken = false) {
      const key = fingerprintOf(ref);
      const before = seen.get(key);
      if (overtaken && (before !== undefined || result === 'unchanged')) {
        counts.unchanged += 1;
        return;
      }
      const print = fingerprintOf(JSON.stringify(facts));
      seen.set(key, print);
      if (before === undefined) counts[result] += 1;
      else counts[before === print ? 'unchanged' : 'updated'] += 1;
    },
  };
}
