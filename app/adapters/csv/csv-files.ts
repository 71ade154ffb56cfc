import { CsvFileError, type CsvFile } from './csv-file';
import { openCsvBytes } from './open-csv';
import { safeCsvLine } from './safe-cells';

/** CSV files that somebody sends or takes. */
export interface CsvFiles {
  /**
   * Opens a file that is in memory.
   * @param name what whoever sent it calls it.
   * @returns why it cannot be used, in words for a person, instead of a file.
   */
  open(name: string, content: Buffer): Promise<{ ok: true; file: CsvFile } | { ok: false; words: string }>;
  /** One line of a file that is safe to open in a spreadsheet. */
  line(cells: readonly string[]): string;
}

export function createCsvFiles(): CsvFiles {
  return {
    async open(name, content) {
      try {
        return { ok: true, file: await openCsvBytes(name, content) };
      } catch (error) {
        if (error instanceof CsvFileError) return { ok: false, words: error.message };
        throw error;
      }
    },
    line: safeCsvLine,
  };
}
