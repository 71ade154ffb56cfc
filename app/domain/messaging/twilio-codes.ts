/**
 * Twilio's error codes in the engine's words: whose fault, and so what to do next.
 * Source: Twilio's error dictionary (https://www.twilio.com/docs/api/errors); a code not named here is judged by its HTTP status.
 */
export type FailureCause = 'person' | 'us' | 'later';

const CAUSES: Record<string, { cause: FailureCause; meaning: string }> = {
  '21211': { cause: 'person', meaning: 'not a telephone number' },
  '21214': { cause: 'person', meaning: 'the number cannot be reached' },
  '21610': { cause: 'person', meaning: 'the person has texted STOP' },
  '21614': { cause: 'person', meaning: 'not a mobile number' },
  '30004': { cause: 'person', meaning: 'the person or network blocks these messages' },
  '30005': { cause: 'person', meaning: 'the number does not exist any more' },
  '30006': { cause: 'person', meaning: 'a landline, or a network that takes no texts' },
  '20003': { cause: 'us', meaning: 'wrong account or token' },
  '21212': { cause: 'us', meaning: 'the sender is not valid' },
  '21408': { cause: 'us', meaning: 'this country is not permitted for the account' },
  '21606': { cause: 'us', meaning: 'the sender cannot send texts' },
  '21612': { cause: 'us', meaning: 'no route from this sender to this number' },
  '21703': { cause: 'us', meaning: 'the messaging service has no sender' },
  '30002': { cause: 'us', meaning: 'the account is suspended' },
  '30007': { cause: 'us', meaning: 'filtered as unwanted' },
  '20429': { cause: 'later', meaning: 'too many requests' },
  '21611': { cause: 'later', meaning: "the sender's queue is full" },
  '30001': { cause: 'later', meaning: "the provider's queue is full" },
  '30003': { cause: 'later', meaning: 'the phone is off or out of reach' },
  '30008': { cause: 'later', meaning: 'unknown fault at the network' },
};

/** The opted-out code: the provider will refuse this number until it texts START. */
export const OPTED_OUT_CODE = '21610';

/** Codes after which a number will never work, as opposed to one that did not work today. */
const DEAD = new Set(['21211', '21214', '21614', '30005', '30006']);

/** True when the number will never take a text. */
export function isDeadNumber(code: string | null): boolean {
  return code !== null && DEAD.has(code);
}

/** Whose fault a code is; null for a code this table does not name. */
export function causeOfCode(code: string): FailureCause | null {
  return CAUSES[code]?.cause ?? null;
}
