import type { Queryable } from '@db/client.server';
import { insertClub, listAreas, listClubsByRef, updateClub, type ClubRow } from '@db/queries/clubs.server';
import type { CsvFile } from '~/adapters/csv/csv-file';
import type { Point } from '~/domain/club/distance';
import { outwardCodeOf } from '~/domain/club/outward-code';
import { CLUBS_FORMAT, readClubLine, type ClubLine } from '~/domain/import/club-line';
import { newDryTally, newTally, type Tally } from '~/domain/import/tally';
import type { Deps } from './deps';
import {
  importLines,
  type GoodLine,
  type ImportListener,
  type LineImport,
  type SavedBatch,
} from './import-lines.server';
import { withinOffice, type OnlyOffice } from './within-office.server';
import { rememberPhones } from './remembered-readers.server';
import { tellGoers } from './tell-goers.server';

/** Imports a clubs file (docs/import.md). The same file again changes nothing; a club that it does not name stays. */
export const importClubs =
  (deps: Deps) =>
  async (file: CsvFile, listener: ImportListener, options: { dryRun: boolean; within?: OnlyOffice }) => {
    const tally = options.dryRun ? newDryTally() : newTally();
    const readPhone = rememberPhones(deps.phoneNumbers);
    const kind: LineImport<ClubLine> = {
      format: CLUBS_FORMAT,
      read: (cells) => readClubLine(cells, { readPhone }),
      save: (q, lines) => saveClubLines(q, deps, lines, tally),
    };
    const outcome = await importLines(
      deps,
      file,
      withinOffice(options.within, kind, ({ ref }) => ({ club: ref })),
      listener,
      options.dryRun,
    );
    return { outcome, clubs: tally.counts };
  };

async function saveClubLines(
  q: Queryable,
  deps: Deps,
  lines: readonly GoodLine<ClubLine>[],
  tally: Tally,
): Promise<SavedBatch> {
  const known = new Map(
    (
      await listClubsByRef(
        q,
        lines.map(({ value }) => value.ref),
      )
    ).map((club) => [club.ref, club]),
  );
  const codes = lines.flatMap(({ value }) => outwardCodeOf(value.postcode) ?? []);
  const areas = new Map((await listAreas(q, codes)).map((area) => [area.code, area]));
  const refused = new Map<number, string[]>();
  const counted: (() => void)[] = [];

  for (const { line, value } of lines) {
    const before = known.get(value.ref);
    const code = outwardCodeOf(value.postcode) ?? '';
    const point = pointOf(value, before, areas.get(code));
    if (!point) {
      refused.set(line, [
        `latitude and longitude are empty, and nobody knows where ${code} is: import postcodes first`,
      ]);
      continue;
    }
    const club = clubRow(before?.id ?? deps.newId(), value, point, before);
    const result = await saveClub(q, deps, club, before);
    known.set(club.ref, club);
    counted.push(() => tally.add(result, value.ref, value));
  }
  return { refused, count: () => counted.forEach((add) => add()) };
}

/** Where the line says; where it was, if it has not moved; the middle of its area. */
function pointOf({ point, postcode }: ClubLine, before: ClubRow | undefined, area: Point | undefined): Point | null {
  return point ?? (before?.postcode === postcode ? before : (area ?? null));
}

function clubRow(id: string, line: ClubLine, point: Point, before: ClubRow | undefined): ClubRow {
  const { ref, name, place, address, postcode, weekday, fromTime, toTime } = line;
  return {
    ...{ id, ref, name, place, address, postcode, weekday, fromTime, toTime },
    latitude: point.latitude,
    longitude: point.longitude,
    phone: line.phone ?? before?.phone ?? '',
    askFor: line.askFor ?? before?.askFor ?? '',
    helpsWith: line.helpsWith ?? before?.helpsWith ?? '',
    computers: line.computers ?? before?.computers ?? false,
    creche: line.creche ?? before?.creche ?? false,
    stepFree: line.stepFree ?? before?.stepFree ?? false,
    // What organisers keep themselves no file changes.
    ...(before ? keptByOrganisers(before) : AS_IMPORTED),
  };
}

/** A club that no organiser keeps yet meets every week. */
const AS_IMPORTED: Pick<
  ClubRow,
  'officeId' | 'rhythm' | 'anchorOn' | 'weekOfMonth' | 'active' | 'checkedOn' | 'checkedBy'
> = {
  ...{ officeId: null, rhythm: 'weekly', anchorOn: null, weekOfMonth: null },
  ...{ active: true, checkedOn: null, checkedBy: null },
};

function keptByOrganisers(club: ClubRow): typeof AS_IMPORTED {
  const { officeId, rhythm, anchorOn, weekOfMonth, active, checkedOn, checkedBy } = club;
  return { officeId, rhythm, anchorOn, weekOfMonth, active, checkedOn, checkedBy };
}

async function saveClub(q: Queryable, deps: Deps, club: ClubRow, before: ClubRow | undefined) {
  if (!before) {
    await insertClub(q, club);
    return 'created' as const;
  }
  const fields = Object.keys(club) as (keyof ClubRow)[];
  if (fields.every((field) => club[field] === before[field])) return 'unchanged' as const;
  await updateClub(q, before.id, club);
  await tellGoers(q, deps, before, club);
  return 'updated' as const;
}
