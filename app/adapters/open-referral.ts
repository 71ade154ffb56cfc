import { readFile, stat } from 'node:fs/promises';
import { CLUBS_FORMAT } from '~/domain/import/club-line';
import { clubsOf, servicesIn } from '~/domain/import/open-referral';
import { CsvFileError, type CsvFile, type CsvRecord } from './csv/csv-file';
import { openCsv } from './csv/open-csv';

/** A directory of a whole county is a tenth of this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Opens a clubs file: CSV, or JSON of Open Referral UK when its name ends so. @throws CsvFileError */
export async function openClubs(path: string): Promise<CsvFile> {
  return path.toLowerCase().endsWith('.json') ? openOpenReferral(path) : openCsv(path);
}

/** The services of an Open Referral UK document, as if they were the lines of a clubs file: service 1 is line 1. */
async function openOpenReferral(path: string): Promise<CsvFile> {
  const services = servicesIn(await readJson(path));
  if (services === null) throw new CsvFileError(`${path} has no services: "contents" is not there.`);
  const header = [...CLUBS_FORMAT.required, ...CLUBS_FORMAT.optional];
  const records: CsvRecord[] = services.flatMap((service, index) =>
    clubsOf(service).map((cells) => ({ line: index + 1, cells: header.map((column) => cells[column] ?? '') })),
  );
  return {
    header,
    lineCount: services.length,
    async *batches(size) {
      for (let at = 0; at < records.length; at += size) yield records.slice(at, at + size);
    },
  };
}

async function readJson(path: string): Promise<unknown> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CsvFileError(
      error.code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${error.code}).`,
    );
  });
  if (found.isDirectory()) throw new CsvFileError(`${path} is a folder, not a file.`);
  if (found.size > MOST_BYTES) throw new CsvFileError(`${path} is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new CsvFileError(`${path} is not JSON.`);
    throw error;
  }
}
