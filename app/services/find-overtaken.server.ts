import type { CsvFile } from '~/adapters/csv/csv-file';
import { fingerprintOf } from '~/domain/import/fingerprint';
import type { Columns } from '~/domain/import/header';
import { LineCells } from '~/domain/import/line-cells';

/** Lines looked at together. */
const BATCH = 500;

/**
 * The lines (by number) that a later good line of the same file overtakes, because both have the same reference. What
 * an overtaken line says is over before the file ends: without knowing that, a file that comes every night would move
 * a meeting to and fro each time, and tell the customer.
 *
 * Reads the file once, and a second time when a reference repeats, keeping eight bytes for each line. A pipe can be
 * read only once, so nothing in it counts as overtaken.
 */
export async function findOvertaken(
  file: CsvFile,
  columns: Columns,
  refColumn: string,
  isGood: (cells: LineCells) => boolean,
): Promise<ReadonlySet<number>> {
  if (file.lineCount === null) return new Set();
  const repeated = await findRepeated(file, columns, refColumn);
  const overtaken = new Set<number>();
  if (repeated.size === 0) return overtaken;
  const latest = new Map<number, number>();
  for await (const { line, cells, print } of linesOf(file, columns, refColumn)) {
    if (!repeated.has(print) || !isGood(cells)) continue;
    const before = latest.get(print);
    if (before !== undefined) overtaken.add(before);
    latest.set(print, line);
  }
  return overtaken;
}

/** Fingerprints of the references that stand on more than one line. */
async function findRepeated(file: CsvFile, columns: Columns, refColumn: string): Promise<ReadonlySet<number>> {
  const prints: number[] = [];
  for await (const { print } of linesOf(file, columns, refColumn)) prints.push(print);
  const sorted = Float64Array.from(prints).sort();
  return new Set(sorted.filter((print, index) => print === sorted[index - 1]));
}

async function* linesOf(file: CsvFile, columns: Columns, refColumn: string) {
  for await (const records of file.batches(BATCH)) {
    for (const record of records) {
      if ('broken' in record) continue;
      const cells = new LineCells(columns, record.cells);
      // As the reader of the line makes it: composed, and with single spaces.
      const ref = cells.raw(refColumn).normalize('NFC').replace(/\s+/g, ' ');
      yield { line: record.line, cells, print: fingerprintOf(ref) };
    }
  }
}
