/** What may become of a voice call in the outbox, where the visitor is whoever takes it. */
export const CALL_ENDINGS = [
  'will_come',
  'call_me',
  'hear_code',
  'not_asked',
  'no_more_calls',
  'not_them',
  'no_answer',
  'voicemail',
] as const;
export type CallEnding = (typeof CALL_ENDINGS)[number];

const OF_CODES: readonly CallEnding[] = ['hear_code', 'not_asked', 'no_more_calls', 'no_answer', 'voicemail'];
const OF_CODES_ALONE: readonly CallEnding[] = ['hear_code', 'not_asked'];

/**
 * What may become of a call of this kind.
 * @param call.saysCode true for one that says a sign-in code; `over` for one about a meeting that is over or off, to
 * which there is nothing to say yes.
 */
export function callEndings(call: { saysCode: boolean; over: boolean }): readonly CallEnding[] {
  if (call.saysCode) return OF_CODES;
  return CALL_ENDINGS.filter((one) => !OF_CODES_ALONE.includes(one) && !(call.over && one === 'will_come'));
}
