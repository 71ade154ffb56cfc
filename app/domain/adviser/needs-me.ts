/** Why a customer needs their adviser, the most pressing first. */
export const NEED_REASONS = [
  'asked_for_call',
  'message_waits',
  'unreachable',
  'missed_last',
  'follow_up_due',
  'no_next',
  'step_overdue',
] as const;
export type NeedReason = (typeof NEED_REASONS)[number];

/** How much each weighs: somebody who waits for us comes first, then who may slip away, then what is due. */
const WEIGHTS: Record<NeedReason, number> = {
  asked_for_call: 32,
  message_waits: 24,
  unreachable: 16,
  missed_last: 12,
  follow_up_due: 6,
  no_next: 5,
  step_overdue: 3,
};

/** What is known of a customer, for the question whether they need their adviser. Dates are the office's, "2026-11-24". */
export interface PersonInCaseload {
  /** They have asked to be phoned, and nobody has got through. */
  callAsked: boolean;
  /** They have written, in the journal or by text, and nobody has answered. */
  messageWaits: boolean;
  /** For their safety nothing is sent: how they are reached is settled face to face. */
  noMessages: boolean;
  /** How many numbers and email addresses there are of which nobody knows that they are dead. */
  workingContacts: number;
  /** The last message that ended did not arrive. */
  lastNotDelivered: boolean;
  /** They did not come to the last meeting that was to be. */
  missedLast: boolean;
  /** An appointment stands ahead. */
  hasNext: boolean;
  /** When the earliest follow-up that is not done is due; null when there is none. */
  followUpOn: string | null;
  /** When their plan was to be looked at again; null when nothing was agreed. */
  reviewOn: string | null;
  /** The earliest day by which a step of the plan was to be done that is not; null when there is none. */
  stepDueOn: string | null;
}

/**
 * Why this customer needs their adviser, the heaviest reason first, and how heavy all of them are together; 0 when nothing
 * is to be done. A review or a step is late on the day after, a follow-up is due on its day.
 */
export function needsMe(person: PersonInCaseload, today: string): { reasons: NeedReason[]; weight: number } {
  const holds: Record<NeedReason, boolean> = {
    asked_for_call: person.callAsked,
    message_waits: person.messageWaits,
    unreachable: !person.noMessages && (person.workingContacts === 0 || person.lastNotDelivered),
    missed_last: person.missedLast,
    follow_up_due:
      (person.followUpOn !== null && person.followUpOn <= today) ||
      (person.reviewOn !== null && person.reviewOn < today),
    no_next: !person.hasNext,
    step_overdue: person.stepDueOn !== null && person.stepDueOn < today,
  };
  const reasons = NEED_REASONS.filter((reason) => holds[reason]);
  return { reasons, weight: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) };
}
