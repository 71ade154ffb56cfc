import type { Queryable } from '@db/client.server';
import {
  countProfiled,
  countProfiledByNeed,
  hasFairnessCheck,
  insertFairnessCheck,
  listOfficesForFairness,
} from '@db/queries/fairness.server';
import { arrangeFairness, type Counts, type FairnessCounts } from '~/domain/capability/fairness';
import { addDays, dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';

/**
 * Makes the check of the month before for every office that has none, from the 12 months that end with it. Only what tells
 * of nobody is kept. Twice is once.
 * @returns how many were made.
 */
export const checkFairness = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  const offices = await deps.db.read(listOfficesForFairness);
  let made = 0;
  for (const { id: officeId, zone } of offices) {
    const { month, from, to } = monthBefore(now, zone);
    if (await deps.db.read((q) => hasFairnessCheck(q, { officeId, month }))) continue;
    const kept = await deps.db.write(async (q) => {
      const figures = arrangeFairness(await countsOf(q, { officeId, from, to }));
      return insertFairnessCheck(q, { id: deps.newId(), officeId, month, madeAt: now, figures });
    });
    if (kept) made += 1;
  }
  if (made > 0) deps.log.info({ made }, 'fairness checks made');
  return made;
};

/** The month before the one that it is, "2026-10", with the 12 months that end with it as instants (ms). */
function monthBefore(now: number, zone: string): { month: string; from: number; to: number } {
  const first = `${wallClockOf(now, zone).date.slice(0, 7)}-01`;
  const month = addDays(first, -1).slice(0, 7);
  const yearBefore = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  return { month, from: dayBounds(yearBefore, zone).from, to: dayBounds(first, zone).from };
}

async function countsOf(q: Queryable, period: Parameters<typeof countProfiled>[1]): Promise<FairnessCounts> {
  const rows = await countProfiled(q, period);
  const by = <K extends string>(groupOf: (row: (typeof rows)[number]) => K) => {
    const groups: Partial<Record<K, Counts>> = {};
    for (const row of rows) groups[groupOf(row)] = together(groups[groupOf(row)], row);
    return groups;
  };
  const need: FairnessCounts['need'] = {};
  for (const row of await countProfiledByNeed(q, period)) need[row.need] = together(need[row.need], row);
  return {
    everybody: rows.reduce<Counts>((all, row) => together(all, row), NOBODY),
    age: by(({ ageBand }) => ageBand ?? 'not_said'),
    language: by(({ language }) => language),
    access: by(({ hasNeed }) => (hasNeed === 1 ? 'any' : 'none')),
    need,
  };
}

const NOBODY: Counts = { people: 0, assisted: 0, overridden: 0, otherWay: 0 };

function together(a: Counts = NOBODY, b: Counts): Counts {
  return {
    people: a.people + b.people,
    assisted: a.assisted + b.assisted,
    overridden: a.overridden + b.overridden,
    otherWay: a.otherWay + b.otherWay,
  };
}
