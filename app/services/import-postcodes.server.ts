import type { Queryable } from '@db/client.server';
import { insertArea, listAreas, moveArea } from '@db/queries/clubs.server';
import type { CsvFile, CsvRecord } from '~/adapters/csv/csv-file';
import type { Point } from '~/domain/club/distance';
import { fromNationalGrid } from '~/domain/club/national-grid';
import { readPostcodeLine, recognisePostcodes, type PostcodeFile } from '~/domain/import/postcode-line';
import { newTally } from '~/domain/import/tally';
import type { Deps } from './deps';
import type { ImportCounts, ImportListener, ImportOutcome } from './import-lines.server';

/** What an import of postcodes did, or would do, to the areas; and how many lines it had no use for. */
export interface ImportedPostcodes {
  outcome: ImportOutcome;
  areas: ImportCounts;
  /** Postcodes that do not exist any more. */
  ended: number;
  /** Postcodes that have no place on the map. */
  nowhere: number;
}

const BATCH = 500;

/**
 * Imports a file of postcodes, Code-Point Open or the ONS Postcode Directory (docs/import.md), as the areas of their first
 * halves: each is in the middle of its postcodes. No postcode is kept, and memory grows with the areas, not with the file.
 * An area's name stays; a new one is called by its code. The same file again changes nothing.
 */
export const importPostcodes =
  (deps: Deps) =>
  async (file: CsvFile, listener: ImportListener, options: { dryRun: boolean }): Promise<ImportedPostcodes> => {
    const run = { lines: 0, rejected: 0, ended: 0, nowhere: 0, sums: new Map<string, Sum>() };
    const tally = newTally();
    const found = recognisePostcodes(file.header);
    if (!found.ok) {
      return { outcome: { ok: false, reason: found.problem }, areas: tally.counts, ended: 0, nowhere: 0 };
    }
    const take = (record: CsvRecord) => {
      run.lines += 1;
      const reasons = takeRecord(run, record, found.file);
      if (reasons.length === 0) return;
      run.rejected += 1;
      listener.onRejected({ line: record.line, reasons, cells: 'cells' in record ? record.cells : [] });
    };
    if (!found.file.hasHeader) take({ line: 1, cells: file.header });
    for await (const records of file.batches(BATCH)) {
      records.forEach(take);
      listener.onProgress(records.at(-1)!.line);
    }
    const middles = [...run.sums].map(([code, sum]) => ({ code, ...middleOf(sum, found.file) }));
    const save = (q: Queryable) => saveAreas(q, middles, tally, options.dryRun);
    await (options.dryRun ? deps.db.read(save) : deps.db.write(save));
    const { lines, rejected, ended, nowhere } = run;
    return { outcome: { ok: true, lines, rejected, ignoredColumns: [] }, areas: tally.counts, ended, nowhere };
  };

interface Sum {
  count: number;
  x: number;
  y: number;
}

/** @returns what is wrong with the line. */
function takeRecord(
  run: { ended: number; nowhere: number; sums: Map<string, Sum> },
  record: CsvRecord,
  file: PostcodeFile,
): string[] {
  if ('broken' in record) return [record.broken];
  const reading = readPostcodeLine(record.cells, file);
  if (reading.kind === 'wrong') return reading.reasons;
  if (reading.kind !== 'live') {
    run[reading.kind] += 1;
    return [];
  }
  const sum = run.sums.get(reading.code);
  if (!sum) run.sums.set(reading.code, { count: 1, x: reading.x, y: reading.y });
  else {
    // In place: there are a million and a half of them.
    sum.count += 1;
    sum.x += reading.x;
    sum.y += reading.y;
  }
  return [];
}

/** To a metre, so that the same file comes to the same. */
function middleOf({ count, x, y }: Sum, file: PostcodeFile): Point {
  const point =
    file.kind === 'grid' ? fromNationalGrid(x / count, y / count) : { latitude: y / count, longitude: x / count };
  const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  return { latitude: rounded(point.latitude), longitude: rounded(point.longitude) };
}

async function saveAreas(
  q: Queryable,
  middles: readonly (Point & { code: string })[],
  tally: ReturnType<typeof newTally>,
  dryRun: boolean,
): Promise<void> {
  const codes = middles.map(({ code }) => code);
  const known = new Map((await listAreas(q, codes)).map((area) => [area.code, area]));
  for (const middle of middles) {
    const before = known.get(middle.code);
    const same = before?.latitude === middle.latitude && before.longitude === middle.longitude;
    const result = !before ? 'created' : same ? 'unchanged' : 'updated';
    tally.add(result, middle.code, middle);
    if (dryRun || result === 'unchanged') continue;
    await (before ? moveArea(q, middle) : insertArea(q, { ...middle, name: middle.code }));
  }
}
