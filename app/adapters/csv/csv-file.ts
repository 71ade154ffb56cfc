/** One record of a CSV file. `line` is where it starts, counted from 1; the header is usually line 1. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; broken: string; text: string };

/** A CSV file that has been looked at: it is text in UTF-8 and it has a first record. */
export interface CsvFile {
  /** The cells of the first record. */
  header: string[];
  /** How many line ends the file has, for progress; null when it can be read only once (a pipe). */
  lineCount: number | null;
  /**
   * Every record after the header, in order, at most `size` at a time; memory does not grow with the file. May be
   * called again, from the start, when `lineCount` is known.
   * @throws CsvFileError when the rest of the file turns out not to be readable.
   */
  batches(size: number): AsyncIterable<CsvRecord[]>;
}

/** The file cannot be used; the message is for a person. */
export class CsvFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CsvFileError';
  }
}
