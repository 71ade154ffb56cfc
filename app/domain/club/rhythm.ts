/** How often a work club meets. `term_time`: every week, but not in the school holidays. */
export const CLUB_RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'term_time'] as const;
export type ClubRhythm = (typeof CLUB_RHYTHMS)[number];
