import {
  countLoneIndexes,
  listKeyedRows,
  moveIndexes,
  replaceSealed,
  type KeyedRow,
  type MovedIndex,
} from '@db/queries/rekey.server';
import { keyedTables, type KeyedTable } from '@db/queries/sealed-columns.server';
import type { Vault } from '~/adapters/vault';
import type { Deps } from './deps';

/** Rows that are read and changed at a time, with all that has their numbers: less than half a second without another writer on SQLite. */
const BATCH = 100;
/** What changed under our hands is done in the next pass; a service that never comes to rest is no reason to go on for ever. */
const MOST_PASSES = 10;

/** What has been found in one table. */
export interface TableProgress {
  table: string;
  rows: number;
  /** Values that another key than DATA_KEY opened, and blind indexes by another key. */
  sealed: number;
  indexes: number;
  /** Values that none of the keys opens. */
  unreadable: number;
}

export interface KeysFound {
  tables: TableProgress[];
  /** Values and indexes that still need another key. */
  left: number;
  unreadable: number;
  /** What has an index and nothing beside it from which another could be made: see docs/runbooks/key-rotation.md. */
  lone: { refusals: number; givenUp: number };
}

interface RotateOptions {
  change: boolean;
  onTable?: (progress: TableProgress) => void;
  rest?: (ms: number) => Promise<void>;
}

interface Found {
  reseal: { key: string; from: Record<string, string>; to: Record<string, string> }[];
  moved: MovedIndex[];
  unreadable: number;
}

/**
 * Seals anew, with DATA_KEY, whatever another key opens, and moves the blind indexes of each number and address in every table
 * at once. In small batches, while everything runs; killed and run again it goes on, because what is done is known by its key.
 * @param options.change false: looks, and changes nothing.
 * @param options.onTable what has been found in a table, when it is through.
 * @param options.rest waits after a change that took so long (ms), so that whoever waits to write on SQLite gets a turn.
 */
export const rotateKeys =
  (deps: Pick<Deps, 'db' | 'vault' | 'clock'>) =>
  async (options: RotateOptions): Promise<KeysFound> => {
    const all = keyedTables(deps.db.tables);
    for (let pass = 1; ; pass += 1) {
      const tables: TableProgress[] = [];
      for (const table of all) {
        if (table.sealed.length === 0) continue;
        const progress = await goThrough(deps, table, all, options);
        options.onTable?.(progress);
        tables.push(progress);
      }
      const left = sum(tables, ({ sealed, indexes }) => sealed + indexes);
      // Through once more after the last change: what is read then is how it stands.
      if (options.change && left > 0 && pass < MOST_PASSES) continue;
      const unreadable = sum(tables, (one) => one.unreadable);
      return { tables, left, unreadable, lone: await deps.db.read((q) => countLoneIndexes(q)) };
    }
  };

async function goThrough(
  { db, vault, clock }: Pick<Deps, 'db' | 'vault' | 'clock'>,
  table: KeyedTable,
  all: readonly KeyedTable[],
  { change, rest }: RotateOptions,
): Promise<TableProgress> {
  const progress = { table: table.name, rows: 0, sealed: 0, indexes: 0, unreadable: 0 };
  let after = '';
  for (;;) {
    const rows = await db.read((q) => listKeyedRows(q, table, { after, limit: BATCH }));
    if (rows.length === 0) return progress;
    after = rows.at(-1)!.key;
    const { reseal, moved, unreadable } = lookAt(vault, table, rows);
    progress.rows += rows.length;
    progress.sealed += sum(reseal, ({ to }) => Object.keys(to).length);
    progress.indexes += moved.length;
    progress.unreadable += unreadable;
    if (!change || reseal.length + moved.length === 0) continue;
    const began = clock.now();
    await db.write(async (q) => {
      for (const row of reseal) await replaceSealed(q, table, row);
      await moveIndexes(q, all, moved);
    });
    await rest?.(clock.now() - began);
  }
}

function lookAt(vault: Vault, { sealed, indexes }: KeyedTable, rows: readonly KeyedRow[]): Found {
  const found: Found = { reseal: [], moved: [], unreadable: 0 };
  const moved = new Map<string, string>();
  for (const { key, values } of rows) {
    const from: Record<string, string> = {};
    const to: Record<string, string> = {};
    for (const column of sealed) {
      const value = values[column];
      // Empty where the column may not be null.
      if (!value) continue;
      const plain = openOrNull(vault, value);
      if (plain === null) {
        found.unreadable += 1;
        continue;
      }
      if (!vault.isCurrent(value)) {
        from[column] = value;
        to[column] = vault.seal(plain);
      }
      const kept = indexes.includes(`${column}Index`) ? values[`${column}Index`] : null;
      if (kept) for (const [old, own] of byOtherKeys(vault, plain)) if (old === kept) moved.set(old, own);
    }
    if (Object.keys(to).length > 0) found.reseal.push({ key, from, to });
  }
  found.moved = [...moved].map(([old, own]) => ({ from: old, to: own }));
  return found;
}

/** The indexes that another key gives, with DATA_KEY's. A letter's recipient is a name, and the address that is indexed below it. */
function byOtherKeys(vault: Vault, plain: string): [string, string][] {
  const below = plain.indexOf('\n');
  const values = below === -1 ? [plain] : [plain, plain.slice(below + 1)];
  return values.flatMap((value) => {
    const [own, ...others] = vault.indexes(value);
    return others.map((old): [string, string] => [old, own]);
  });
}

function openOrNull(vault: Vault, sealed: string): string | null {
  try {
    return vault.open(sealed);
  } catch {
    return null;
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
