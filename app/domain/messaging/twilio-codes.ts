/**
 * Twilio's error codes in the engine's words: whose fault, and so what to do next.
 * Source: Twilio's error dictionary (https://www.twilio.com/docs/api/errors); a code not named here is judged by its HTTP status.
 */
export type FailureCause = 'person' | 'us' | 'later';

const CAUSES: Record<string, { cause: FailureCause; meaning: string }> = {
  '21211': { cause: 'person', meaning: 'not a telephone number' },
  '21214': { cause: 'person', meaning: 'the number cannot be reached' },
  '21217': { cause: 'person', meaning: 'not a telephone number (calls)' },
  '13223': { cause: 'person', meaning: 'not a telephone number (calls)' },
  '13224': { cause: 'person', meaning: 'no network can call this number' },
  '21610': { cause: 'person', meaning: 'the person has texted STOP' },
  '21614': { cause: 'person', meaning: 'not a mobile number' },
  '30004': { cause: 'person', meaning: 'the person or network blocks these messages' },
  '30005': { cause: 'person', meaning: 'the number does not exist any more' },
  '30006': { cause: 'person', meaning: 'a landline, or a network that takes no texts' },
  '20003': { cause: 'us', meaning: 'wrong account or token' },
  '10001': { cause: 'us', meaning: 'the account is not active' },
  '10005': { cause: 'us', meaning: 'calls are not permitted for the account' },
  '13214': { cause: 'us', meaning: 'the sender is not a number that may call' },
  '13225': { cause: 'us', meaning: 'the provider calls no such numbers' },
  '13227': { cause: 'us', meaning: 'calls to this country are not permitted for the account' },
  '21205': { cause: 'us', meaning: 'the address of the call is not valid' },
  '21210': { cause: 'us', meaning: 'the sender is not a number of the account' },
  '21213': { cause: 'us', meaning: 'there is no sender' },
  '21215': { cause: 'us', meaning: 'calls to this country are not permitted for the account' },
  '21216': { cause: 'us', meaning: 'the account may not call this number' },
  '21219': { cause: 'us', meaning: 'a trial account, which calls only its own numbers' },
  '21212': { cause: 'us', meaning: 'the sender is not valid' },
  '21408': { cause: 'us', meaning: 'this country is not permitted for the account' },
  '21606': { cause: 'us', meaning: 'the sender cannot send texts' },
  '21612': { cause: 'us', meaning: 'no route from this sender to this number' },
  '21703': { cause: 'us', meaning: 'the messaging service has no sender' },
  '30002': { cause: 'us', meaning: 'the account is suspended' },
  '30007': { cause: 'us', meaning: 'filtered as unwanted' },
  '10004': { cause: 'later', meaning: 'too many calls at once' },
  '20429': { cause: 'later', meaning: 'too many requests' },
  '21611': { cause: 'later', meaning: "the sender's queue is full" },
  '30001': { cause: 'later', meaning: "the provider's queue is full" },
  '30003': { cause: 'later', meaning: 'the phone is off or out of reach' },
  '30008': { cause: 'later', meaning: 'unknown fault at the network' },
};

/**
 * Refusals because of us, by how far they reach. An account that cannot be used, or a sender that cannot send, refuses
 * every message: going on would only burn them. A country, a pair of sender and number, or words that a network filters
 * are about one message: the next may be fine, so that pausing would stop thousands for one number abroad.
 */
const REACH_OF_FAULT: Record<string, 'account' | 'message'> = {
  '20003': 'account',
  '21212': 'account',
  '21606': 'account',
  '21703': 'account',
  '30002': 'account',
  '10001': 'account',
  '10005': 'account',
  '13214': 'account',
  '21205': 'account',
  '21210': 'account',
  '21213': 'account',
  '21219': 'account',
  '13225': 'message',
  '13227': 'message',
  '21215': 'message',
  '21216': 'message',
  '21408': 'message',
  '21612': 'message',
  '30007': 'message',
};

/** Whether a refusal because of us is about all messages or only this one; null for a code this table does not name. */
export function reachOfTwilioFault(code: string): 'account' | 'message' | null {
  return REACH_OF_FAULT[code] ?? null;
}

/** The opted-out code: the provider will refuse this number until it texts START. */
export const OPTED_OUT_CODE = '21610';

/** Codes after which a number will never work, as opposed to one that did not work today. */
const DEAD = new Set(['21211', '21214', '21217', '21614', '30005', '30006']);

/** True when the number will never take a text, or a call. */
export function isDeadNumber(code: string | null): boolean {
  return code !== null && DEAD.has(code);
}

/** Whose fault a code is; null for a code this table does not name. */
export function causeOfCode(code: string): FailureCause | null {
  return CAUSES[code]?.cause ?? null;
}
