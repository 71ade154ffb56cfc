import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../clock';
import { burstOf, takeSlot } from './rate';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const AHEAD = 3000;

/** Takes up to `wanted` slots, as one claim does. */
function take(next: number, now: number, perSecond: number, wanted: number) {
  const slots: number[] = [];
  for (let n = 0; n < wanted; n += 1) {
    const taken = takeSlot(next, now, { perSecond, aheadMs: AHEAD });
    next = taken.next;
    if (taken.slot === null) break;
    slots.push(taken.slot);
  }
  return { slots, next };
}

const rates = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.2, max: 5, noNaN: true }));
/** Claims of any size at any moments, by whichever worker: they share the one number. */
const claims = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 4000 }), wanted: fc.integer({ min: 0, max: 80 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe('the slots of a sender', () => {
  it('are a burst at first, then one after the other, and no more than fit before the horizon', () => {
    const { slots } = take(0, NOW, 10, 100);
    expect(slots.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => NOW));
    expect(slots.slice(10, 12)).toEqual([NOW + 100, NOW + 200]);
    expect(slots).toHaveLength(40);
    expect(slots.at(-1)).toBe(NOW + AHEAD);
  });

  it('of a slow sender are one at a time', () => {
    const first = takeSlot(0, NOW, { perSecond: 0.5, aheadMs: AHEAD });
    expect(first.slot).toBe(NOW);
    expect(takeSlot(first.next, NOW, { perSecond: 0.5, aheadMs: AHEAD }).slot).toBe(NOW + 2000);
  });

  it('are never more than the rate and a burst in any window, whatever the interleaving', () =>
    fc.assert(
      fc.property(rates, claims, (perSecond, asked) => {
        let [next, now] = [0, NOW];
        const all: number[] = [];
        for (const { after, wanted } of asked) {
          now += after;
          const taken = take(next, now, perSecond, wanted);
          next = taken.next;
          expect(taken.slots.every((slot) => slot >= now && slot <= now + AHEAD)).toBe(true);
          all.push(...taken.slots);
        }
        all.sort((a, b) => a - b);
        let most = 0;
        for (let from = 0; from < all.length; from += 1)
          for (let to = from; to < all.length; to += 1)
            most = Math.max(most, to - from + 1 - ((all[to]! - all[from]!) / 1000) * perSecond);
        // Instants of today in ms are kept to a quarter of a microsecond, and hundreds of intervals add that up.
        expect(most).toBeLessThanOrEqual(burstOf(perSecond) + 1e-2);
      }),
    ));

  it('are all used while somebody asks within the horizon', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), claims, (perSecond, asked) => {
        let [next, now] = [0, NOW];
        let taken = 0;
        for (const { after } of asked) {
          now += Math.min(after, AHEAD);
          const found = take(next, now, perSecond, 1e4);
          next = found.next;
          taken += found.slots.length;
        }
        const first = NOW + Math.min(asked[0]!.after, AHEAD);
        expect(taken).toBeGreaterThanOrEqual(Math.floor(((now - first + AHEAD) / 1000) * perSecond));
      }),
    ));

  it('neither flood nor stall when the clock is put on or back', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: -24, max: 24 }), { minLength: 1, maxLength: 6 }),
        (perSecond, steps) => {
          let [next, now] = [0, NOW];
          for (const step of steps) {
            next = take(next, now, perSecond, 1e4).next;
            now += step * HOUR;
            const atOnce = take(next, now, perSecond, 1e4);
            const most = burstOf(perSecond) + (AHEAD / 1000) * perSecond + 1;
            expect(atOnce.slots.length).toBeLessThanOrEqual(most);
            // Put back: what was taken before the step goes out first, and nothing beside it.
            if (step < 0) expect(atOnce.slots).toEqual([]);
            next = atOnce.next;
            now += 2 * AHEAD;
            const later = take(next, now, perSecond, 1e4);
            expect(later.slots.length).toBeGreaterThan(0);
            next = later.next;
          }
        },
      ),
    ));
});
