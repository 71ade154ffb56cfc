/** Why somebody is to be phoned. */
export const CALL_REASONS = [
  'no_other_way',
  'not_delivered',
  'not_confirmed',
  'out_of_time',
  'asked_for_call',
  'cannot_come',
  'number_changed',
  'wrong_number',
  'missed',
  'safety',
  'earlier_time',
  'follow_up',
  'adviser_changed',
  'format_cannot',
  'ring_back',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** Reasons to tell somebody of a meeting: of no use when it has begun, and settled when they know in another way. */
export const REMINDING_REASONS: readonly CallReason[] = [
  'no_other_way',
  'not_delivered',
  'not_confirmed',
  'out_of_time',
  'safety',
];

/** What a call about a reminder goes by: there is one entry for each reminder, however many of its attempts say so. */
export function reminderCause(reminderId: string): string {
  return `reminder:${reminderId}`;
}

/** What came of the call. */
export const CALL_OUTCOMES = ['spoke', 'left_word', 'no_answer', 'wrong_number', 'not_needed'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** What may be known of the person who is to be called. */
export interface PersonToCall {
  /** For their safety nobody rings: they are talked to in person. */
  noMessages: boolean;
  /** Someone else may answer: no word is left with anybody, nor on a machine. */
  discreet: boolean;
  /** There is a number that can be rung. */
  hasNumber: boolean;
}

/** The outcomes that make sense for a person: where nobody rings, nobody leaves word or gets no answer. */
export function outcomesFor({ noMessages, discreet, hasNumber }: PersonToCall): readonly CallOutcome[] {
  if (noMessages || !hasNumber) return ['spoke', 'not_needed'];
  return CALL_OUTCOMES.filter((outcome) => outcome !== 'left_word' || !discreet);
}

/** Which calls a page shows: one's own, everybody's of the office, or those that were passed on to the manager. */
export const CALL_VIEWS = ['mine', 'office', 'escalated'] as const;
export type CallView = (typeof CALL_VIEWS)[number];
