/** What a staff page can say after something was done about a profile; see `STAFF_NOTICES`. */
export const PROFILE_NOTICES = [
  'profile_finished',
  'profile_confirmed',
  'profile_overridden',
  'profile_undone',
  'profile_changed_since',
  'channel_preferred',
  'other_way_settled',
  'other_way_reopened',
] as const;
export type ProfileNotice = (typeof PROFILE_NOTICES)[number];

/** Those that say that nothing was done. */
export const PROFILE_REFUSALS: readonly ProfileNotice[] = ['profile_changed_since'];
