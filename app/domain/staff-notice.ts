import { BOOKING_NOTICES, BOOKING_REFUSALS } from './appointment/booking-notice';

/** What a staff page can say after something was done, or could not be: short names, safe to carry in an address. */
export const STAFF_NOTICES = [
  'attended',
  'failed_to_attend',
  'rearranged',
  'undone',
  'undone_text_out',
  'moved',
  'call_closed',
  'call_asked',
  'call_not_needed',
  'call_kept',
  'call_reopened',
  'call_taken',
  'call_handed_over',
  'call_taken_already',
  'call_off_list',
  'call_no_colleague',
  'call_tried_since',
  'number_revived',
  'voice_allowed',
  'voice_refused',
  'no_messages_on',
  'no_messages_off',
  'discreet_on',
  'discreet_off',
  'reply_handled',
  'journal_written',
  'journal_told',
  'journal_untold',
  'journal_read',
  'journal_done',
  'journal_done_before',
  'journal_reopened',
  'contact_change_seen',
  'hours_saved',
  'hours_put_back',
  'hours_changed_since',
  'exception_saved',
  'exception_ended',
  'exception_reopened',
  'cover_set',
  'cover_changed',
  'cover_ended',
  'cover_reopened',
  'cover_over',
  'cover_clash',
  'not_yet',
  'not_standing',
  'changed_since',
  ...BOOKING_NOTICES,
] as const;
export type StaffNotice = (typeof STAFF_NOTICES)[number];

/** The notices that say that nothing was done. */
export const REFUSALS_OF_STAFF: readonly StaffNotice[] = [
  'not_yet',
  'not_standing',
  'changed_since',
  'call_not_needed',
  'call_taken_already',
  'call_off_list',
  'call_no_colleague',
  'call_tried_since',
  'journal_done_before',
  'cover_over',
  'cover_clash',
  'hours_changed_since',
  ...BOOKING_REFUSALS,
];

/** The notice of that name, or null. */
export function staffNotice(text: string | null): StaffNotice | null {
  return STAFF_NOTICES.find((notice) => notice === text) ?? null;
}
