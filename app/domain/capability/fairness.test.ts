import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_NEEDS } from '../situation/access-need';
import {
  AGE_GROUPS,
  arrangeFairness,
  groupsThatStandOut,
  hiddenGroups,
  LEAST_IN_GROUP,
  type Counts,
  type FairnessCounts,
} from './fairness';

const of = (people: number, assisted = 0, overridden = 0, otherWay = 0): Counts => ({
  ...{ people, assisted, overridden, otherWay },
});

describe('which groups are hidden', () => {
  it.each<[string, number[], number[]]>([
    ['none where all are large enough', [10, 50, 12], []],
    ['a small one takes the next smallest with it', [9, 50, 12], [0, 2]],
    ['two small ones that are enough together', [6, 5, 40], [0, 1]],
    ['two small ones that are not take a third', [3, 4, 40, 20], [0, 1, 3]],
    ['a group of nobody counts as small', [0, 30], [0, 1]],
    ['a single group', [4], [0]],
  ])('%s', (_, sizes, hidden) => {
    expect(hiddenGroups(sizes).flatMap((is, index) => (is ? [index] : []))).toEqual(hidden);
  });
});

describe('what is shown of an office', () => {
  const counts: FairnessCounts = {
    everybody: of(103, 40, 10, 3),
    age: { under_25: of(20, 2), '35_to_49': of(40, 10), '65_and_over': of(31, 25), not_said: of(12, 3) },
    language: { en: of(60, 20), cy: of(43, 20) },
    access: { any: of(13, 8), none: of(90, 32) },
    need: { large_print: of(12, 8), bsl: of(1) },
  };

  it('has shares in steps of five, and no exact number of people', () => {
    const figures = arrangeFairness(counts);
    expect(figures.everybody).toEqual({ people: 100, assisted: 40, overridden: 10, otherWay: 5 });
    expect(figures.language.cy).toMatchObject({ people: 40, assisted: 45 });
    expect(figures.need.bsl).toBeNull();
    expect(figures.need.large_print).toBeNull();
  });

  it('names the groups that stand out', () => {
    // Two age bands have nobody in them, and take the smallest with them.
    expect(groupsThatStandOut(arrangeFairness(counts))).toEqual([
      ['age', 'under_25'],
      ['age', '65_and_over'],
      ['access', 'any'],
    ]);
    expect(groupsThatStandOut(arrangeFairness({ ...counts, everybody: of(9) }))).toEqual([]);
  });

  const group = fc.record({
    people: fc.integer({ min: 0, max: 40 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const some = (n: number) => fc.array(group, { minLength: n, maxLength: n });
  const countsOf = ({ people, part }: { people: number; part: number }) => {
    const share = Math.floor(people * part);
    return of(people, share, share, share);
  };

  it('never shows a small group, nor lets one be told by taking the others from the sum', () => {
    fc.assert(
      fc.property(
        some(AGE_GROUPS.length),
        some(2),
        some(2),
        some(ACCESS_NEEDS.length),
        (ages, languages, access, needs) => {
          const known = <K extends string>(keys: readonly K[], groups: typeof ages) =>
            Object.fromEntries(keys.map((key, index) => [key, countsOf(groups[index]!)])) as Record<K, Counts>;
          const sum = (groups: typeof ages) => groups.reduce((all, { people }) => all + people, 0);
          const [age, language] = [known(AGE_GROUPS, ages), known(['en', 'cy'] as const, languages)];
          const [any, none] = [countsOf(access[0]!), countsOf(access[1]!)];
          const need = known(ACCESS_NEEDS, needs);
          const figures = arrangeFairness({
            everybody: of(sum(ages), 0),
            ...{ age, language, access: { any, none }, need },
          });
          const parts = [
            [figures.age, age],
            [figures.language, language],
            [figures.access, { any, none }],
            [figures.need, need],
          ] as const;
          for (const [shown, real] of parts) {
            const hidden = Object.entries(shown).filter(([, one]) => one === null);
            const sizeOf = (key: string) => (real as Record<string, Counts>)[key]!.people;
            for (const [key, one] of Object.entries(shown))
              if (one) expect(sizeOf(key)).toBeGreaterThanOrEqual(LEAST_IN_GROUP);
            // What the sum less the shown ones leaves is never one group alone, nor a few people.
            if (hidden.length === 0 || hidden.length === Object.keys(shown).length) continue;
            expect(hidden.length).toBeGreaterThanOrEqual(2);
            expect(hidden.reduce((all, [key]) => all + sizeOf(key), 0)).toBeGreaterThanOrEqual(LEAST_IN_GROUP);
          }
          if (sum(ages) < LEAST_IN_GROUP) expect(JSON.stringify(figures)).not.toMatch(/\d+,"assisted"/);
          // Single needs never add up to those with a need where these are hidden.
          if (figures.access.any === null) expect(Object.values(figures.need).every((one) => one === null)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
