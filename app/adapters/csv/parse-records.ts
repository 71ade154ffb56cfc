import { cellsOf } from './cells-of';
import type { CsvRecord } from './csv-file';
import type { Framed } from './frame-records';

/** The cells of framed records. Lines with nothing in any cell are left out, as spreadsheets add them at the end. */
export function parseRecords(framed: readonly Framed[]): CsvRecord[] {
  const records: CsvRecord[] = [];
  for (const record of framed) {
    if ('broken' in record) {
      records.push(record);
      continue;
    }
    const cells = cellsOf(record.text);
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: record.line, cells });
  }
  return records;
}
