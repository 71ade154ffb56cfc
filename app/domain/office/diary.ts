/** What a place is: a room of the office, or a venue in the community. */
export const PLACE_KINDS = ['room', 'venue'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * Why some days of an adviser's diary are not as in other weeks. The first ones take hours away; `extra` adds hours, and
 * `outreach` has the adviser at a venue instead of the office.
 */
export const DIARY_EXCEPTIONS = ['leave', 'sick', 'training', 'meeting', 'extra', 'outreach'] as const;
export type DiaryExceptionKind = (typeof DIARY_EXCEPTIONS)[number];
