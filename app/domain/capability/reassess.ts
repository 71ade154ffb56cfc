/** Where a profile came from: the questions, or what was seen at a visit, put on record with the person's agreement. */
export const PROFILE_SOURCES = ['asked', 'evidence'] as const;

/** Why somebody is to be asked again. */
export const REASK_REASONS = ['six_months', 'undelivered', 'never_signs_in', 'always_on_call_list'] as const;
export type ReaskReason = (typeof REASK_REASONS)[number];

/** In bands, and only so that the rules can be checked for uneven effects; may be left out. */
export const AGE_BANDS = ['under_25', '25_to_34', '35_to_49', '50_to_64', '65_and_over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The other ways that somebody may ask for, on every page. */
export const OTHER_WAYS = ['phone', 'face_to_face', 'letter', 'online_with_help', 'online'] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];
