import type { Queryable } from '@db/client.server';
import { codeOf, isOutage, isWorthRepeating } from '@db/dialect/outages';
import type { CsvFile, CsvRecord } from '~/adapters/csv/csv-file';
import { readHeader, type Columns, type FileFormat } from '~/domain/import/header';
import { LineCells } from '~/domain/import/line-cells';
import { MOST_LINES, nextLines } from '~/domain/import/pace';
import type { SaveResult } from '~/domain/import/tally';
import type { Deps } from './deps';
import { findOvertaken } from './find-overtaken.server';

/** A line that is not imported, with everything that is wrong with it. `cells` is empty when it could not be taken apart. */
export interface RejectedLine {
  line: number;
  reasons: string[];
  cells: string[];
}

/** Told what happens while it happens, so that the memory an import needs does not grow with its file. */
export interface ImportListener {
  onRejected(rejected: RejectedLine): void;
  onWarning(line: number, warning: string): void;
  /** After each batch, with the number of the last line that has been dealt with. */
  onProgress(line: number): void;
}

/** A line whose cells are in order. */
export interface GoodLine<T> {
  line: number;
  cells: string[];
  value: T;
  /** A later good line of the file has the same reference. */
  overtaken: boolean;
}

/** What an import does with one kind of file. */
export interface LineImport<T> {
  format: FileFormat;
  /** The column of the references of which the last line decides; without it every line counts in turn. */
  lastDecides?: string;
  /** Reads a line; what is wrong with it goes to `cells`. */
  read(cells: LineCells): T | null;
  /**
   * Saves a batch in the transaction given, and says for some lines why they cannot be saved (by index).
   * It may be called again for a part of the same lines, in a new transaction, when the first one failed.
   */
  save(q: Queryable, lines: readonly GoodLine<T>[]): Promise<SavedBatch>;
}

export interface SavedBatch {
  /** Line number → what is missing. */
  refused: ReadonlyMap<number, string[]>;
  /** Line number → what somebody should look at before it is saved. */
  warnings?: ReadonlyMap<number, string[]>;
  /** Counts the batch; called once, when its transaction has ended well. */
  count(): void;
}

export type ImportOutcome =
  | { ok: true; lines: number; rejected: number; ignoredColumns: { name: string; meant: string | null }[] }
  | { ok: false; reason: string };

/** Both kinds of file name offices, and neither makes one. */
export const NO_OFFICE_YET =
  'No office is known yet, and each line names one. Add it first: npm run office -- add --ref REF --name NAME';

export type ImportCounts = Readonly<Record<SaveResult, number>>;

/** What an import did, or would do. */
export interface Imported {
  outcome: ImportOutcome;
  /** Null when the file was not about appointments. */
  appointments: ImportCounts | null;
  customers: ImportCounts;
  advisers: ImportCounts;
}

/**
 * Imports the lines of a file, a batch to a transaction. A line that is wrong is reported and left out; one that makes
 * its batch fail is found by halving the batch. With `dryRun` every transaction is undone.
 * @throws when the database fails as a whole, line after line fails, or the file cannot be read to its end; whole
 * batches are kept.
 */
export async function importLines<T>(
  deps: Deps,
  file: CsvFile,
  kind: LineImport<T>,
  listener: ImportListener,
  dryRun: boolean,
): Promise<ImportOutcome> {
  const header = readHeader(file.header, kind.format);
  if (!header.ok) return { ok: false, reason: header.problem };
  const overtaken = kind.lastDecides
    ? await findOvertaken(file, header.columns, kind.lastDecides, (cells) => goodValue(cells, kind) !== null)
    : new Set<number>();
  const run: Run<T> = { deps, kind, dryRun, failuresInARow: 0, warnings: [] };
  let lines = 0;
  let rejected = 0;
  let together = MOST_LINES / 4;
  for await (const records of inParts(file.batches(MOST_LINES), () => together)) {
    const { good, bad, warnings } = readBatch(records, header.columns, kind, overtaken);
    const began = performance.now();
    const unsaved = await saveBatch(run, good);
    together = nextLines(records.length, performance.now() - began);
    const allBad = [...bad, ...unsaved].sort((a, b) => a.line - b.line);
    const badLines = new Set(allBad.map((entry) => entry.line));
    allBad.forEach((entry) => listener.onRejected(entry));
    [...warnings, ...run.warnings.splice(0)]
      .filter((entry) => !badLines.has(entry.line))
      .sort((a, b) => a.line - b.line)
      .forEach((entry) => listener.onWarning(entry.line, entry.warning));
    lines += records.length;
    rejected += allBad.length;
    listener.onProgress(records.at(-1)!.line);
  }
  if (lines === 0) return { ok: false, reason: 'There are no lines after the first one, which names the columns.' };
  return { ok: true, lines, rejected, ignoredColumns: header.ignored };
}

/** The same records in parts of whatever size is wanted at the time; the last may be smaller. */
async function* inParts(batches: AsyncIterable<CsvRecord[]>, size: () => number): AsyncGenerator<CsvRecord[]> {
  let waiting: CsvRecord[] = [];
  for await (const records of batches) {
    waiting = waiting.length === 0 ? records : [...waiting, ...records];
    for (let lines = size(); waiting.length >= lines; lines = size()) {
      yield waiting.slice(0, lines);
      waiting = waiting.slice(lines);
    }
  }
  if (waiting.length > 0) yield waiting;
}

function goodValue<T>(cells: LineCells, kind: LineImport<T>): T | null {
  const value = cells.inShape ? kind.read(cells) : null;
  return cells.problems.length === 0 ? value : null;
}

function readBatch<T>(records: CsvRecord[], columns: Columns, kind: LineImport<T>, overtaken: ReadonlySet<number>) {
  const good: GoodLine<T>[] = [];
  const bad: RejectedLine[] = [];
  const warnings: { line: number; warning: string }[] = [];
  for (const record of records) {
    if ('broken' in record) {
      bad.push({ line: record.line, reasons: [record.broken], cells: [] });
      continue;
    }
    const cells = new LineCells(columns, record.cells);
    const value = goodValue(cells, kind);
    if (value === null) bad.push({ line: record.line, reasons: cells.problems, cells: record.cells });
    else good.push({ line: record.line, cells: record.cells, value, overtaken: overtaken.has(record.line) });
    cells.warnings.forEach((warning) => warnings.push({ line: record.line, warning }));
  }
  return { good, bad, warnings };
}

interface Run<T> {
  deps: Deps;
  kind: LineImport<T>;
  dryRun: boolean;
  failuresInARow: number;
  /** Of the batch that is being saved. */
  warnings: { line: number; warning: string }[];
}

/** So many lines that fail one after the other, none between them good, are not to blame themselves. */
const TOO_MANY_FAILURES = 50;

/** The lines that could not be saved. */
async function saveBatch<T>(run: Run<T>, lines: GoodLine<T>[]): Promise<RejectedLine[]> {
  if (lines.length === 0) return [];
  try {
    const saved = await inTransaction(run.deps, (q) => run.kind.save(q, lines), run.dryRun);
    saved.count();
    run.failuresInARow = 0;
    for (const [line, words] of saved.warnings ?? []) words.forEach((warning) => run.warnings.push({ line, warning }));
    return lines.flatMap(({ line, cells }) => {
      const reasons = saved.refused.get(line);
      return reasons ? [{ line, reasons, cells }] : [];
    });
  } catch (error) {
    const [only] = lines;
    if (isOutage(error) || run.failuresInARow >= TOO_MANY_FAILURES) throw error;
    if (lines.length === 1 && only) {
      run.failuresInARow += 1;
      run.deps.log.error({ line: only.line, err: error }, 'a line of an imported file could not be saved');
      // The code and no more: the error's own words may hold the values.
      const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
      return [{ line: only.line, reasons: [`could not be saved (${code})`], cells: only.cells }];
    }
    const middle = lines.length >> 1;
    const first = await saveBatch(run, lines.slice(0, middle));
    return [...first, ...(await saveBatch(run, lines.slice(middle)))];
  }
}

/** Carries the result out of a transaction that is to be undone. */
class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone on purpose');
  }
}

async function inTransaction<T>(deps: Deps, fn: (q: Queryable) => Promise<T>, dryRun: boolean): Promise<T> {
  const attempt = () =>
    deps.db.write(async (q) => {
      const result = await fn(q);
      if (dryRun) throw new Undone(result);
      return result;
    });
  const once = () =>
    attempt().catch((error: unknown) => {
      if (error instanceof Undone) return error.result as T;
      throw error;
    });
  return once().catch((error: unknown) => {
    if (isWorthRepeating(error)) return once();
    throw error;
  });
}
