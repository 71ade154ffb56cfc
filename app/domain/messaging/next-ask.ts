import { HOUR, MINUTE } from '../clock';
import { FAILURE_LIMITS } from './failed-attempt';
import type { MessageStatus } from './message';

/** A message that a provider has, as far as asking about it goes; instants in ms. */
export interface AskableMessage {
  status: MessageStatus;
  acceptedAt: number | null;
  finishedAt: number | null;
  sendBy: number;
  price: number | null;
}

/** How long after a provider took a message it is asked, because no receipt has come. */
const WITHOUT_RECEIPT = [10, 20, 50, 110, 290].map((minutes) => minutes * MINUTE);
/** From then on it is asked this often … */
const LATER = 6 * HOUR;
/** … until then: no network keeps a message longer. */
const GIVEN_UP = 72 * HOUR;
/** How long after its end a message's price is asked for; providers work it out later. */
const FOR_PRICE = [10, 40, 160].map((minutes) => minutes * MINUTE);

/**
 * When a provider is to be asked next about a message that it has (ms): for a receipt that has not come, and always once
 * while there is time to go another way; afterwards for what it cost. Null when there is nothing left to ask.
 */
export function nextAskAt(message: AskableMessage, now: number): number | null {
  const { status, acceptedAt, finishedAt } = message;
  if (status === 'accepted' || status === 'sent')
    return acceptedAt === null ? null : askForReceipt(message, acceptedAt, now);
  if (status !== 'delivered' && status !== 'undelivered') return null;
  if (message.price !== null || finishedAt === null) return null;
  return firstAfter(FOR_PRICE, finishedAt, now);
}

function askForReceipt({ sendBy }: AskableMessage, acceptedAt: number, now: number): number | null {
  const regular = firstAfter(WITHOUT_RECEIPT, acceptedAt, now) ?? now + LATER;
  const lastChance = sendBy - FAILURE_LIMITS.near;
  if (now < lastChance && lastChance < regular) return lastChance;
  if (regular <= acceptedAt + GIVEN_UP) return regular;
  return now < lastChance ? lastChance : null;
}

function firstAfter(pauses: readonly number[], start: number, now: number): number | null {
  const pause = pauses.find((one) => start + one > now);
  return pause === undefined ? null : start + pause;
}
