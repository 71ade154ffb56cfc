import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround } from './box-around';
import { milesBetween } from './distance';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('boxAround', () => {
  it('holds whatever is near enough', () => {
    fc.assert(
      fc.property(
        fc.record({ latitude: degrees(49, 61), longitude: degrees(-8, 2) }),
        fc.record({ latitude: degrees(-1, 1), longitude: degrees(-1, 1) }),
        degrees(1, 60),
        (home, off, miles) => {
          const place = { latitude: home.latitude + off.latitude, longitude: home.longitude + off.longitude };
          fc.pre(milesBetween(home, place) <= miles);
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
