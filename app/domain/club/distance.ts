/** A place on the map, in degrees (WGS 84). */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth in statute miles. */
const EARTH_RADIUS_MILES = 3_958.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Miles between two places as the crow flies, by the haversine formula; good to half a percent. */
export function milesBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(Math.min(1, chord)));
}
