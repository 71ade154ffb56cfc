import type { MessageStatus } from './message';
import { causeOfCode } from './twilio-codes';

/**
 * What the keys that were pressed in a voice call have shown. `heard`: somebody said that they are the person, and the
 * message was read to them. `changed_since`: the appointment is not as the message says, so it was not read. `not_asked`:
 * they did not ask for the code that the call would have said.
 */
export const CALL_MARKS = [
  'heard',
  'confirmed',
  'asked_for_call',
  'opted_out',
  'wrong_number',
  'changed_since',
  'not_asked',
] as const;
export type CallMark = (typeof CALL_MARKS)[number];

/** True when the person took the message in: it was read to them, or they answered it. */
export function wasHeard(marks: readonly CallMark[]): boolean {
  return marks.some((mark) => mark === 'heard' || mark === 'confirmed' || mark === 'asked_for_call');
}

/** What became of a call, in the ledger's words. */
export interface CallState {
  status: MessageStatus;
  failure: { kind: 'person' | 'undelivered' | 'not_reached'; code: string } | null;
}

const UNDER_WAY: Record<string, MessageStatus> = {
  queued: 'accepted',
  initiated: 'accepted',
  ringing: 'sent',
  'in-progress': 'sent',
};

/** Calls that rang in vain, and may be tried once more. */
const IN_VAIN: Record<string, string> = { completed: 'voicemail', busy: 'busy', 'no-answer': 'no_answer' };

/** Answers of the telephone network after which the number is not to be called again: no such number, or gone. */
const NO_SUCH_NUMBER = ['sip_404', 'sip_410', 'sip_484', 'sip_604'];

/**
 * Twilio's word for a call, in ours. That it was answered says little: a machine answers as well. It is delivered when
 * somebody pressed a key and then heard the message; a call that ended without a key was answered by a machine, or by
 * nobody who was willing.
 * @param errorCode Twilio's code, or `sip_` and the network's answer.
 * @returns null for a word that we do not know.
 */
export function stateOfCall(word: string, marks: readonly CallMark[], errorCode: string | null): CallState | null {
  const underWay = Object.hasOwn(UNDER_WAY, word) ? UNDER_WAY[word] : undefined;
  if (underWay) return { status: underWay, failure: null };
  const inVain = Object.hasOwn(IN_VAIN, word) ? IN_VAIN[word] : undefined;
  if (!inVain && word !== 'failed' && word !== 'canceled') return null;
  if (wasHeard(marks)) return { status: 'delivered', failure: null };
  for (const code of ['opted_out', 'wrong_number'] as const)
    if (marks.includes(code)) return { status: 'undelivered', failure: { kind: 'person', code } };
  for (const code of ['changed_since', 'not_asked'] as const)
    if (marks.includes(code)) return { status: 'undelivered', failure: { kind: 'undelivered', code } };
  if (inVain) return { status: 'undelivered', failure: { kind: 'not_reached', code: inVain } };
  const code = errorCode ?? word;
  const person = NO_SUCH_NUMBER.includes(code) || causeOfCode(code) === 'person';
  return { status: 'failed', failure: { kind: person ? 'person' : 'undelivered', code } };
}
