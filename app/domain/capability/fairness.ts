import type { Language } from '../language';
import { ACCESS_NEEDS, type AccessNeed } from '../situation/access-need';
import { AGE_BANDS, type AgeBand } from './reassess';

/** A group of fewer people is never shown. Source: the usual rule for published statistics of small groups. */
export const LEAST_IN_GROUP = 10;
/** Shares that differ from everybody's by so many points stand out. */
export const STANDS_OUT = 20;
/** People are counted down to these, and shares rounded to them, so that two months set side by side tell of nobody. */
const STEP = 5;

/** How many people a group has, and of how many of them something holds. Whole people: for the rule alone, never shown. */
export interface Counts {
  people: number;
  /** Were recommended `assisted`. */
  assisted: number;
  /** Have a level that a colleague decided otherwise than recommended. */
  overridden: number;
  /** Asked for another way since. */
  otherWay: number;
}

type AgeGroup = AgeBand | 'not_said';
type WrittenLanguage = Extract<Language, 'en' | 'cy'>;

/** The counts of an office by group; a group that is missing has nobody. `need` overlaps, the others are parts of everybody. */
export interface FairnessCounts {
  everybody: Counts;
  age: Partial<Record<AgeGroup, Counts>>;
  language: Partial<Record<WrittenLanguage, Counts>>;
  access: Partial<Record<'any' | 'none', Counts>>;
  need: Partial<Record<AccessNeed, Counts>>;
}

/** What may be shown of a group: about how many people, and shares in per cent. Null: nothing. */
export type Shown = { people: number; assisted: number; overridden: number; otherWay: number } | null;

/** What is kept and shown of a month, after everything that could tell of a few people is taken out. */
export interface FairnessFigures {
  everybody: Shown;
  age: Record<AgeGroup, Shown>;
  language: Record<WrittenLanguage, Shown>;
  access: Record<'any' | 'none', Shown>;
  need: Record<AccessNeed, Shown>;
}

export const AGE_GROUPS: readonly AgeGroup[] = [...AGE_BANDS, 'not_said'];
const LANGUAGES: readonly WrittenLanguage[] = ['en', 'cy'];
const GROUPS = [
  ['age', AGE_GROUPS],
  ['language', LANGUAGES],
  ['access', ['any', 'none']],
  ['need', ACCESS_NEEDS],
] as const;
const NOBODY: Counts = { people: 0, assisted: 0, overridden: 0, otherWay: 0 };

/**
 * Which groups have to be hidden, of groups whose sum is known: each that is too small, and then the smallest of the others
 * until what is hidden is at least two groups of, together, enough people. So the hidden ones cannot be told from the sum.
 */
export function hiddenGroups(sizes: readonly number[]): boolean[] {
  const hidden = sizes.map((size) => size < LEAST_IN_GROUP);
  if (!hidden.includes(true)) return hidden;
  const isEnough = () => {
    const away = sizes.filter((_, index) => hidden[index]);
    return away.length >= 2 && away.reduce((sum, size) => sum + size, 0) >= LEAST_IN_GROUP;
  };
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[a]! - sizes[b]!);
  for (const index of order) {
    if (isEnough()) break;
    hidden[index] = true;
  }
  return hidden;
}

/**
 * What of an office's counts may be shown. Small groups are hidden, and others with them, so that no small one can be
 * worked out from the sums; access needs overlap, and are treated as if they did not, which hides rather more.
 */
export function arrangeFairness(counts: FairnessCounts): FairnessFigures {
  const enough = counts.everybody.people >= LEAST_IN_GROUP;
  const arrange = <K extends string>(keys: readonly K[], of: Partial<Record<K, Counts>>, show: boolean) => {
    const groups = keys.map((key) => of[key] ?? NOBODY);
    const hidden = hiddenGroups(groups.map(({ people }) => people));
    const shown = keys.map((key, index) => [key, show && !hidden[index] ? showing(groups[index]!) : null]);
    return Object.fromEntries(shown) as Record<K, Shown>;
  };
  const access = arrange(['any', 'none'], counts.access, enough);
  return {
    everybody: enough ? showing(counts.everybody) : null,
    age: arrange(AGE_GROUPS, counts.age, enough),
    language: arrange(LANGUAGES, counts.language, enough),
    access,
    // Where those with a need are hidden, the single needs would add up to them.
    need: arrange(ACCESS_NEEDS, counts.need, access.any !== null),
  };
}

function showing({ people, assisted, overridden, otherWay }: Counts): Shown {
  const share = (part: number) => STEP * Math.round((100 * part) / people / STEP);
  return {
    people: STEP * Math.floor(people / STEP),
    ...{ assisted: share(assisted), overridden: share(overridden), otherWay: share(otherWay) },
  };
}

/** Where a group is named, as `[part, group]`. */
export type GroupName = { [P in Exclude<keyof FairnessFigures, 'everybody'>]: [P, keyof FairnessFigures[P]] }[Exclude<
  keyof FairnessFigures,
  'everybody'
>];

/** The groups with a share that differs from everybody's by `STANDS_OUT` points or more. It says where to look, not why. */
export function groupsThatStandOut(figures: FairnessFigures): GroupName[] {
  const all = figures.everybody;
  if (!all) return [];
  const standsOut = (shown: Shown) =>
    shown !== null &&
    (['assisted', 'overridden', 'otherWay'] as const).some((one) => Math.abs(shown[one] - all[one]) >= STANDS_OUT);
  // In an order of our own: what has been kept in a database comes back in another.
  const names = GROUPS.flatMap(([part, groups]) => groups.map((group) => [part, group] as GroupName));
  return names.filter(([part, group]) => standsOut((figures[part] as Record<string, Shown>)[group] ?? null));
}
