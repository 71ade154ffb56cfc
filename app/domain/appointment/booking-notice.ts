/** What a staff page can say after something was booked, taken back or cancelled; see `STAFF_NOTICES`. */
export const BOOKING_NOTICES = [
  'booked',
  'booked_two',
  'booked_series',
  'booked_series_part',
  'booking_undone',
  'booking_undone_told',
  'walk_in',
  'series_cancelled',
  'series_restored',
  'series_restored_part',
  'group_opened',
  'group_joined',
  'group_has_place',
  'group_left',
  'group_recorded',
  'group_cancelled',
  'group_full',
  'group_busy',
  'group_over',
  'group_not_yet',
] as const;
export type BookingNotice = (typeof BOOKING_NOTICES)[number];

/** Those that say that nothing was done. */
export const BOOKING_REFUSALS: readonly BookingNotice[] = ['group_full', 'group_busy', 'group_over', 'group_not_yet'];
