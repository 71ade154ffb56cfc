import type { Point } from './distance';

/**
 * From the National Grid of Great Britain (OSGB36, metres) to degrees (WGS 84). The projection and the shift between the
 * two datums are those of Ordnance Survey's "A guide to coordinate systems in Great Britain", annexes B, C and section 6.6:
 * good to five metres or so, which is far more than the middle of a postcode area needs.
 */
export function fromNationalGrid(easting: number, northing: number): Point {
  return toDegrees(shifted(toCartesian(unprojected(easting, northing))));
}

interface Angles {
  /** In radians. */
  phi: number;
  lambda: number;
}

/** Airy 1830, on which the grid is drawn, and WGS 84: half axes in metres. */
const AIRY = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84 = { a: 6_378_137, b: 6_356_752.3142 };
/** True origin 49° N 2° W, its place on the grid, and the scale on the central meridian. */
const ORIGIN = { phi: radians(49), lambda: radians(-2), easting: 400_000, northing: -100_000, scale: 0.9996012717 };

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

const eccentricity = ({ a, b }: typeof AIRY) => 1 - (b * b) / (a * a);

/** Metres along the meridian from the true origin to a latitude, to scale. */
function meridian(phi: number): number {
  const { a, b } = AIRY;
  const n = (a - b) / (a + b);
  const [difference, sum] = [phi - ORIGIN.phi, phi + ORIGIN.phi];
  return (
    b *
    ORIGIN.scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * difference -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(difference) * Math.cos(sum) +
      (15 / 8) * (n ** 2 + n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum))
  );
}

/** Latitude and longitude on Airy's ellipsoid. */
export function unprojected(easting: number, northing: number): Angles {
  const { a } = AIRY;
  const e2 = eccentricity(AIRY);
  let phi = ORIGIN.phi;
  // A tenth of a millimetre; it takes about four turns, and never more than these.
  for (let turn = 0; turn < 20; turn += 1) {
    const rest = northing - ORIGIN.northing - meridian(phi);
    phi += rest / (a * ORIGIN.scale);
    if (Math.abs(rest) < 0.0001) break;
  }
  const [sine, tan, secant] = [Math.sin(phi), Math.tan(phi), 1 / Math.cos(phi)];
  const nu = a * ORIGIN.scale * (1 - e2 * sine ** 2) ** -0.5;
  const rho = a * ORIGIN.scale * (1 - e2) * (1 - e2 * sine ** 2) ** -1.5;
  const eta2 = nu / rho - 1;
  const east = easting - ORIGIN.easting;
  const t2 = tan ** 2;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 ** 2);
  const x = secant / nu;
  const xi = (secant / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (secant / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t2 ** 2);
  const xiia = (secant / (5_040 * nu ** 7)) * (61 + 662 * t2 + 1_320 * t2 ** 2 + 720 * t2 ** 3);
  return {
    phi: phi - vii * east ** 2 + viii * east ** 4 - ix * east ** 6,
    lambda: ORIGIN.lambda + x * east - xi * east ** 3 + xii * east ** 5 - xiia * east ** 7,
  };
}

type Cartesian = readonly [x: number, y: number, z: number];

function toCartesian({ phi, lambda }: Angles): Cartesian {
  const e2 = eccentricity(AIRY);
  const nu = AIRY.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return [nu * Math.cos(phi) * Math.cos(lambda), nu * Math.cos(phi) * Math.sin(lambda), (1 - e2) * nu * Math.sin(phi)];
}

/** Helmert's seven parameters from OSGB36 to WGS 84: metres, parts in a million, seconds of arc. */
function shifted([x, y, z]: Cartesian): Cartesian {
  const scale = 1 - 20.4894e-6;
  const seconds = (arc: number) => radians(arc / 3_600);
  const [rx, ry, rz] = [seconds(0.1502), seconds(0.247), seconds(0.8421)];
  return [
    446.448 + x * scale - y * rz + z * ry,
    -125.157 + x * rz + y * scale - z * rx,
    542.06 - x * ry + y * rx + z * scale,
  ];
}

function toDegrees([x, y, z]: Cartesian): Point {
  const e2 = eccentricity(WGS84);
  const flat = Math.hypot(x, y);
  let phi = Math.atan2(z, flat * (1 - e2));
  for (let turn = 0; turn < 5; turn += 1) {
    const nu = WGS84.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * nu * Math.sin(phi), flat);
  }
  const degrees = (angle: number) => (angle * 180) / Math.PI;
  return { latitude: degrees(phi), longitude: degrees(Math.atan2(y, x)) };
}
