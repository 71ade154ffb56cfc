import { milesBetween, type Point } from './distance';

/** A part of the map between two parallels and two meridians, in degrees. */
export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/**
 * A box with everything in it that is no further from a point than so many miles, and a little more: what a database can look for
 * before distances are reckoned. For places that are far from the poles and from the date line.
 */
export function boxAround({ latitude, longitude }: Point, miles: number): Box {
  const oneDegree = milesBetween({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 });
  const up = (miles / oneDegree) * 1.01;
  // Meridians draw together towards the poles: the further edge counts.
  const across = up / Math.cos(((Math.abs(latitude) + up) * Math.PI) / 180);
  return { south: latitude - up, north: latitude + up, west: longitude - across, east: longitude + across };
}
