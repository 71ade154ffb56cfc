import { milesBetween, type Point } from './distance';

/** The club nearest to a place, and how far it is in miles; the first of two that are equally near. */
export function nearestClub<C extends Point>(clubs: readonly C[], point: Point): { club: C; miles: number } | null {
  let nearest: { club: C; miles: number } | null = null;
  for (const club of clubs) {
    const miles = milesBetween(club, point);
    if (!nearest || miles < nearest.miles) nearest = { club, miles };
  }
  return nearest;
}
