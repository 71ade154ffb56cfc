import type { ProfileNotice } from '~/domain/capability/profile-notice';

/** What a page says after something was done about a profile. */
export const profileNotices: Record<ProfileNotice, string> = {
  profile_finished: 'The answers are saved, and what suits them is worked out anew',
  profile_confirmed: 'Confirmed. The customer can see it',
  profile_overridden: 'Your decision is saved. The customer can see it, and why',
  profile_undone: 'Taken back: it waits to be confirmed',
  profile_changed_since: 'There are newer answers, so nothing was taken back',
  channel_preferred: 'Saved how they want us to be in touch',
  other_way_settled: 'Marked as seen to. The customer sees that it does not wait any more',
  other_way_reopened: 'It waits again',
};
