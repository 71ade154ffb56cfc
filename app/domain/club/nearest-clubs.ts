import { milesBetween, type Point } from './distance';

/** What a club has that somebody may need. */
export const CLUB_FEATURES = ['computers', 'creche', 'stepFree'] as const;
export type ClubFeature = (typeof CLUB_FEATURES)[number];

/** What each feature is called in an address: `?step-free=yes`. */
export const FEATURE_FIELDS: Record<ClubFeature, string> = {
  computers: 'computers',
  creche: 'creche',
  stepFree: 'step-free',
};

type Place = Point & Record<ClubFeature, boolean>;

/** The clubs that have everything that is needed, each with its distance in miles, nearest first; equals stay in order. */
export function nearestClubs<C extends Place>(
  clubs: readonly C[],
  point: Point,
  needed: readonly ClubFeature[] = [],
): { club: C; miles: number }[] {
  return clubs
    .filter((club) => needed.every((feature) => club[feature]))
    .map((club) => ({ club, miles: milesBetween(club, point) }))
    .sort((a, b) => a.miles - b.miles);
}
