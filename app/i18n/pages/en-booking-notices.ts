import type { BookingNotice } from '~/domain/appointment/booking-notice';

/** What a page says after something was booked, taken back or cancelled. */
export const bookingNotices: Record<BookingNotice, string> = {
  booked: 'It is booked',
  booked_two: 'Both appointments are booked',
  booked_series: 'The series is booked',
  booked_series_part: 'Part of the series is booked. What could not be had is below',
  booking_undone: 'The booking was taken back. Nothing had been sent, and nothing will be',
  booking_undone_told:
    'The booking was taken back. A message about it had gone out, so the customer is told that it is off',
  walk_in: 'Recorded: they came without an appointment and are being seen',
  series_cancelled: 'The rest of the series is cancelled, and the customer is told',
  series_restored: 'The appointments stand again, and the customer is told',
  series_restored_part: 'Some of the appointments stand again. The others are past, or somebody else has the time',
  group_opened: 'The session is in the diary',
  group_joined: 'They have a place',
  group_has_place: 'They have a place already',
  group_left: 'They were taken off, and their place is free',
  group_recorded: 'Saved who came',
  group_cancelled: 'The session is cancelled, and everybody in it is told',
  group_full: 'The last place has just been taken, so nobody was added',
  group_busy: 'They have another appointment at that time, so they were not added',
  group_over: 'The session has begun, is over or was cancelled, so nothing was changed',
  group_not_yet: 'It is too early to save who came',
};
