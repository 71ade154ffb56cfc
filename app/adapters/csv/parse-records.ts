import { parse } from 'csv-parse/sync';
import type { CsvRecord } from './csv-file';
import type { Framed } from './frame-records';

const OPTIONS = { delimiter: ',', record_delimiter: '\n', relax_column_count: true, skip_empty_lines: false };

/** The cells of framed records. Lines with nothing in any cell are left out, as spreadsheets add them at the end. */
export function parseRecords(framed: readonly Framed[]): CsvRecord[] {
  const whole = framed.filter((record) => !('broken' in record));
  // One call for all of them: the library takes far longer to start than to read.
  const cells = parse(`${whole.map((record) => record.text).join('\n')}\n`, OPTIONS);
  let next = 0;
  const records: CsvRecord[] = [];
  for (const record of framed) {
    if ('broken' in record) records.push(record);
    else records.push({ line: record.line, cells: cells[next++]! });
  }
  return records.filter((record) => 'broken' in record || record.cells.some((cell) => cell.trim() !== ''));
}
