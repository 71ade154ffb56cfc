import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestClub } from './nearest-club';
import { CLUB_FEATURES, nearestClubs } from './nearest-clubs';

const place = fc.record({
  latitude: fc.double({ min: 49, max: 61, noNaN: true }),
  longitude: fc.double({ min: -8, max: 2, noNaN: true }),
});
const club = fc
  .tuple(place, fc.record({ computers: fc.boolean(), creche: fc.boolean(), stepFree: fc.boolean() }))
  .map(([where, has]) => ({ ...where, ...has }));

describe('the nearest clubs', () => {
  it('are in order, lose none and add none, and begin with the nearest', () => {
    fc.assert(
      fc.property(fc.array(club), place, (clubs, point) => {
        const found = nearestClubs(clubs, point);
        expect(found.map(({ club: one }) => one)).toHaveLength(clubs.length);
        expect(new Set(found.map(({ club: one }) => one))).toEqual(new Set(clubs));
        for (const [index, { miles }] of found.entries())
          expect(miles).toBeGreaterThanOrEqual(found[index - 1]?.miles ?? 0);
        expect(found[0]?.miles).toBe(nearestClub(clubs, point)?.miles);
      }),
    );
  });
  it('have everything that is needed', () => {
    fc.assert(
      fc.property(fc.array(club), place, fc.subarray([...CLUB_FEATURES]), (clubs, point, needed) => {
        const found = nearestClubs(clubs, point, needed);
        expect(found.every(({ club: one }) => needed.every((feature) => one[feature]))).toBe(true);
        const others = clubs.filter((one) => needed.some((feature) => !one[feature]));
        expect(found.length + others.length).toBe(clubs.length);
      }),
    );
  });
});
