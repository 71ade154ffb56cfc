import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround } from './box-around';
import { milesBetween, type Point } from './distance';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const RADIANS = Math.PI / 180;

/** Where one comes to after so many miles in one direction (degrees from north), on a globe. */
function after(home: Point, miles: number, direction: number): Point {
  const oneDegree = milesBetween({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 });
  const [way, from, to] = [(miles / oneDegree) * RADIANS, home.latitude * RADIANS, direction * RADIANS];
  const latitude = Math.asin(Math.sin(from) * Math.cos(way) + Math.cos(from) * Math.sin(way) * Math.cos(to));
  const along = Math.atan2(Math.sin(to) * Math.sin(way) * Math.cos(from), Math.cos(way) - Math.sin(from) * Math.sin(latitude)); // prettier-ignore
  return { latitude: latitude / RADIANS, longitude: home.longitude + along / RADIANS };
}

describe('boxAround', () => {
  it('holds whatever is near enough, up to the very edge', () => {
    fc.assert(
      fc.property(
        fc.record({ latitude: between(49, 61), longitude: between(-8, 2) }),
        between(1, 60),
        // Fractions between two numbers are mostly very near to nothing.
        fc.integer({ min: 0, max: 359 }),
        (home, miles, direction) => {
          const place = after(home, miles, direction);
          expect(milesBetween(home, place)).toBeCloseTo(miles, 6);
          const { south, north, west, east } = boxAround(home, miles);
          expect(place.latitude >= south && place.latitude <= north).toBe(true);
          expect(place.longitude >= west && place.longitude <= east).toBe(true);
        },
      ),
    );
  });

  it('leaves out what is twice as far', () => {
    const { north, east } = boxAround({ latitude: 53.2, longitude: -4.1 }, 30);
    expect(milesBetween({ latitude: 53.2, longitude: -4.1 }, { latitude: north, longitude: -4.1 })).toBeLessThan(31);
    expect(milesBetween({ latitude: 53.2, longitude: -4.1 }, { latitude: 53.2, longitude: east })).toBeLessThan(32);
  });
});
