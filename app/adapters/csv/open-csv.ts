import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvFileError, type CsvFile, type CsvRecord } from './csv-file';
import { RecordFramer, type Framed } from './frame-records';
import { BytesInspector, whatElseItIs } from './inspect-bytes';
import { parseRecords } from './parse-records';

const CHUNK = 64 * 1024;

/**
 * Opens a CSV file (UTF-8 with or without a byte order mark, RFC 4180, commas). A file on disk is read through
 * once before anything else, so that a wrong encoding on its last line is known before its first line is used.
 * @throws CsvFileError with a sentence that says what is wrong with the file and what to do.
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const isFile = await checkPath(path);
  return openSource({ path, isFile, bytes: () => bytesOf(path) });
}

/**
 * The same of a file that somebody has sent: it is in memory.
 * @param name what they call it, for the words about what is wrong with it.
 */
export function openCsvBytes(name: string, content: Buffer): Promise<CsvFile> {
  return openSource({ path: name, isFile: true, bytes: () => piecesOf(content) });
}

/** Where the bytes of a file come from; `isFile` when they can be read again. */
interface Source {
  path: string;
  isFile: boolean;
  bytes(): AsyncIterable<Buffer>;
}

async function openSource(source: Source): Promise<CsvFile> {
  const { path, isFile } = source;
  const lineCount = isFile ? await inspectFile(source) : null;
  const records = readRecords(source);
  const first = await records.next();
  if (first.done) throw new CsvFileError(`${path} is empty.`);
  const [header, ...rest] = first.value;
  if (isFile) await records.return();
  if (!header) throw new CsvFileError(`${path} is empty.`);
  if ('broken' in header) throw new CsvFileError(`${path} has no usable header: line ${header.line} ${header.broken}.`);
  const batches = (size: number) =>
    isFile ? inBatches([], withoutHeader(readRecords(source)), size) : inBatches(rest, records, size);
  return { header: header.cells, lineCount, batches };
}

async function checkPath(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CsvFileError(reading(path, error));
  });
  if (found.isDirectory()) throw new CsvFileError(`${path} is a folder, not a file.`);
  return found.isFile();
}

async function inspectFile({ path, bytes }: Source): Promise<number> {
  const inspector = new BytesInspector();
  let start = true;
  for await (const chunk of bytes()) {
    const problem = (start ? whatElseItIs(chunk) : null) ?? inspector.add(chunk);
    start = false;
    if (problem) throw new CsvFileError(`${path} is not a CSV file that can be read. ${problem}`);
  }
  const problem = inspector.end();
  if (problem) throw new CsvFileError(`${path} is not a CSV file that can be read. ${problem}`);
  return inspector.lines;
}

/** The records of the file, those of one chunk of bytes at a time. */
async function* readRecords({ path, bytes }: Source): AsyncGenerator<CsvRecord[], void> {
  const inspector = new BytesInspector();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const framer = new RecordFramer();
  let start = true;
  for await (const chunk of bytes()) {
    // Checked again, because a pipe was not read before and a file may have changed since.
    const problem = (start ? whatElseItIs(chunk) : null) ?? inspector.add(chunk);
    start = false;
    if (problem) throw new CsvFileError(`${path} is not a CSV file that can be read. ${problem}`);
    yield* some(framer.add(decoder.decode(chunk, { stream: true })));
  }
  const problem = inspector.end();
  if (problem) throw new CsvFileError(`${path} is not a CSV file that can be read. ${problem}`);
  yield* some([...framer.add(decoder.decode()), ...framer.end()]);
}

function* some(framed: Framed[]): Generator<CsvRecord[]> {
  const records = parseRecords(framed);
  if (records.length > 0) yield records;
}

async function* withoutHeader(records: AsyncIterable<CsvRecord[]>): AsyncGenerator<CsvRecord[]> {
  let isFirst = true;
  for await (const some of records) {
    yield isFirst ? some.slice(1) : some;
    isFirst = false;
  }
}

async function* inBatches(
  first: CsvRecord[],
  records: AsyncIterable<CsvRecord[]>,
  size: number,
): AsyncGenerator<CsvRecord[]> {
  let batch: CsvRecord[] = first;
  for await (const more of records) {
    batch.push(...more);
    while (batch.length >= size) {
      yield batch.slice(0, size);
      batch = batch.slice(size);
    }
  }
  while (batch.length > 0) {
    yield batch.slice(0, size);
    batch = batch.slice(size);
  }
}

async function* piecesOf(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK);
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const stream: ReadStream = createReadStream(path, { highWaterMark: CHUNK });
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw new CsvFileError(reading(path, error as NodeJS.ErrnoException));
  }
}

function reading(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return `${path} does not exist.`;
  if (error.code === 'EACCES' || error.code === 'EPERM') return `${path} may not be read by this user.`;
  return `${path} cannot be read (${error.code ?? error.name}).`;
}
