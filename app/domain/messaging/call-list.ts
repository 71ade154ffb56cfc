/** Why somebody is to be phoned. */
export const CALL_REASONS = [
  'no_other_way',
  'not_delivered',
  'not_confirmed',
  'out_of_time',
  'asked_for_call',
  'cannot_come',
  'number_changed',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** What came of the call. */
export const CALL_OUTCOMES = ['spoke', 'left_word', 'no_answer', 'wrong_number', 'not_needed'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
