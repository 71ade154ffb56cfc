import { describe, expect, it } from 'vitest';
import { milesBetween } from './distance';
import { fromNationalGrid, unprojected } from './national-grid';

const METRES_IN_A_MILE = 1_609.344;

describe('the National Grid', () => {
  it('is unprojected as in the worked example of Ordnance Survey’s guide', () => {
    const { phi, lambda } = unprojected(651_409.903, 313_177.27);
    const degrees = (angle: number) => (angle * 180) / Math.PI;
    // 52° 39' 27.2531" N, 1° 43' 4.5177" E on Airy's ellipsoid.
    expect(degrees(phi)).toBeCloseTo(52 + 39 / 60 + 27.2531 / 3_600, 7);
    expect(degrees(lambda)).toBeCloseTo(1 + 43 / 60 + 4.5177 / 3_600, 7);
  });

  // Test points that Ordnance Survey publishes with OSTN15, from the Scillies to the Hebrides.
  it.each([
    ['TP01', 91_492.146, 11_318.804, 49.9222639373, -6.29977752014],
    ['TP02', 170_370.718, 11_572.405, 49.9600613782, -5.20304609998],
    ['TP03', 250_359.811, 62_016.569, 50.4388582561, -4.10864563561],
    ['TP04', 449_816.371, 75_335.861, 50.57563665, -1.2978227724],
    ['TP05', 438_710.92, 114_792.25, 50.9312793791, -1.450514337],
    ['TP10', 241_124.584, 220_332.641, 51.858908964, -4.3085247696],
    ['TP20', 422_242.186, 433_818.701, 53.8002151963, -1.66379168242],
  ])('%s is where it is, to ten metres', (_, easting, northing, latitude, longitude) => {
    const found = fromNationalGrid(easting, northing);
    expect(milesBetween(found, { latitude, longitude }) * METRES_IN_A_MILE).toBeLessThan(10);
  });
});
