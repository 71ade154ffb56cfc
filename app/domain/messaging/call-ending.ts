/** What may become of a voice call in the outbox, where the visitor is whoever takes it. */
export const CALL_ENDINGS = ['will_come', 'call_me', 'no_more_calls', 'not_them', 'no_answer', 'voicemail'] as const;
export type CallEnding = (typeof CALL_ENDINGS)[number];
