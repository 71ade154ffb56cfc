/** How the two people meet. */
export const APPOINTMENT_MODES = ['in_person', 'phone', 'video', 'home', 'outreach'] as const;
export type AppointmentMode = (typeof APPOINTMENT_MODES)[number];

/** What became of an appointment. `booked` in the past means "outcome not recorded". */
export const APPOINTMENT_STATUSES = [
  'booked',
  'attended',
  'failed_to_attend',
  'rearranged',
  'cancelled_by_customer',
  'cancelled_by_office',
  'excused',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** What can be recorded after the fact. `excused`: did not come, for a reason that the office accepts; it is no failure. */
export const OUTCOMES = [
  'attended',
  'failed_to_attend',
  'excused',
  'rearranged',
  'cancelled_by_office',
] as const satisfies readonly AppointmentStatus[];
export type Outcome = (typeof OUTCOMES)[number];

/** Broad reasons for not coming; giving one is never required. */
export const CANNOT_COME_REASONS = ['unwell', 'work', 'caring', 'travel', 'other', 'not_given'] as const;
export type CannotComeReason = (typeof CANNOT_COME_REASONS)[number];

/** What is known of why somebody did not come. Never needed, and nothing follows from it but help. */
export const MISSED_REASONS = ['unwell', 'caring', 'travel', 'work', 'forgot', 'not_told', 'other'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** Why the office calls an appointment off before it is held; one is always given, in these words and no others. */
export const CANCEL_REASONS = [
  'adviser_away',
  'office_closed',
  'no_room',
  'not_needed',
  'they_asked',
  'booked_in_error',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** How an offer of an earlier time stands. `gone`: somebody else said yes first, or the time was taken. */
export const OFFER_STATUSES = ['offered', 'accepted', 'declined', 'lapsed', 'gone'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

/** Answers to the one question after a meeting: "Did you get what you needed?" */
export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no'] as const;
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number];

/** Things that happen to an appointment, in the order of its history. */
export const APPOINTMENT_EVENTS = [
  'booked',
  'changed',
  'cancelled',
  'confirmed',
  'cannot_come',
  'moved',
  'call_requested',
  'outcome_recorded',
  'outcome_undone',
] as const;
export type AppointmentEventKind = (typeof APPOINTMENT_EVENTS)[number];

/** The fields that a customer would notice if they changed; any of them raises the version. */
export interface AppointmentFacts {
  startsAt: number;
  endsAt: number;
  mode: AppointmentMode;
  officeId: string;
  adviserId: string;
  /** False once it has been cancelled. */
  standing: boolean;
}

/** True for an appointment that is still to be kept. */
export function isStanding(status: AppointmentStatus): boolean {
  return status === 'booked';
}

/** True when its customer has to know how it stands: it is to be, or the office has called it off and they would come for nothing. */
export function mustBeTold(status: AppointmentStatus): boolean {
  return isStanding(status) || status === 'cancelled_by_office';
}

/** True when a customer would notice the difference between two states of an appointment. */
export function wouldNotice(before: AppointmentFacts, after: AppointmentFacts): boolean {
  return (Object.keys(before) as (keyof AppointmentFacts)[]).some((field) => before[field] !== after[field]);
}

/** What is so of an appointment unless somebody says otherwise when it is booked. */
export const PLAIN_BOOKING = {
  ...{ placeId: null, groupId: null, seriesId: null },
  ...{ walkIn: false, bufferMinutes: 0, late: false, missedReason: null },
} as const;
