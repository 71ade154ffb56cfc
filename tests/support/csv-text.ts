import type { CsvFile, CsvRecord } from '~/adapters/csv/csv-file';
import type { ImportListener } from '~/services/import-lines.server';

/** A CSV file made of rows, as the reader would give it; rows are objects by column. */
export function csvOf(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): CsvFile {
  const records: CsvRecord[] = rows.map((row, index) => ({
    line: index + 2,
    cells: columns.map((column) => row[column] ?? ''),
  }));
  return {
    header: [...columns],
    lineCount: records.length + 1,
    async *batches(size) {
      for (let at = 0; at < records.length; at += size) yield records.slice(at, at + size);
    },
  };
}

/** A listener that keeps what it is told as lines of text. */
export function keepingListener() {
  const rejected: string[] = [];
  const warnings: string[] = [];
  const listener: ImportListener = {
    onRejected: ({ line, reasons }) => void rejected.push(`${line}: ${reasons.join('; ')}`),
    onWarning: (line, warning) => void warnings.push(`${line}: ${warning}`),
    onProgress: () => undefined,
  };
  return { listener, rejected, warnings };
}
