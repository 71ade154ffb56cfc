import { HOUR, MINUTE } from '../clock';
import type { Channel } from './channel';
import { failureKindOf, isOfTheProvider } from './failed-attempt';
import { counts, type AttemptSoFar } from './reach-so-far';

/** What can be wrong with a message about a meeting that is still ahead. */
export const TROUBLE_CAUSES = [
  'not_delivered',
  'failed',
  'expired',
  'unknown',
  'no_receipt',
  'provider_down',
  'paused',
  'late',
  'opted_out',
  'safety',
  'no_number',
] as const;
export type TroubleCause = (typeof TROUBLE_CAUSES)[number];

/** From when on what is usual for a moment is trouble (ms). */
export const TROUBLE_AFTER = {
  /** A provider that may or may not have it has mostly said so by then; and no worker holds one for so long. */
  unknown: 10 * MINUTE,
  /** Receipts come within seconds; after this one may never come. */
  receipt: HOUR,
  /** A message that could have gone out for longer is late. */
  planned: 5 * MINUTE,
} as const;

/** One attempt to tell a customer of a meeting; instants in ms. */
export interface TellingAttempt extends AttemptSoFar {
  id: string;
  reminderId: string;
  /** 1 for a reminder's first. */
  attempt: number;
  provider: string | null;
  /** Nothing is sent after it. */
  sendBy: number;
  claimedAt: number | null;
  acceptedAt: number | null;
  /** When its provider is asked about it next, if it will be. */
  askAt: number | null;
}

/** Why nothing goes by a channel at present, if nothing does; `null` stands for a channel that is not chosen yet. */
export type Stopped = (channel: Channel | null) => 'paused' | 'provider_down' | null;

/** How things stand while messages are looked at; instants in ms. */
export interface Outlook {
  now: number;
  stopped: Stopped;
  /** When the customer last said that they will come, or was last told of the meeting by somebody; null for never. */
  knowsSince: number | null;
}

export interface Trouble<A> {
  cause: TroubleCause;
  about: A;
}

/** The others send none: a mail server only says what it could not deliver, and a letter is posted. */
const SENDS_RECEIPTS: readonly (string | null)[] = ['twilio', 'notify', 'outbox'];

/** Why a person has to phone although no message failed. That they wish it so, or have not answered, is no trouble. */
const NO_WAY: Readonly<Record<string, TroubleCause>> = {
  safety: 'safety',
  opted_out: 'opted_out',
  no_contact_point: 'no_number',
  only_landline: 'no_number',
  shared_number: 'no_number',
  all_failed: 'no_number',
  out_of_time: 'expired',
};
/** These say more than what failed before them. */
const OF_THE_PERSON: readonly (TroubleCause | null)[] = ['safety', 'opted_out'];

/**
 * What is wrong with the newest attempt to tell somebody of a meeting; null when it arrived, is on its way, or they
 * know by now. One that failed is no trouble any more once another is on its way.
 * @param attempts those about the meeting as it stands, in any order.
 */
export function troubleOf<A extends TellingAttempt>(attempts: readonly A[], outlook: Outlook): Trouble<A> | null {
  const telling = attempts.filter(counts);
  const found = newestTrouble(telling, outlook);
  if (!found) return null;
  const { about } = found;
  const since = beganAt(about);
  const arrived = telling.some(
    (one) => one.status === 'delivered' && (one.reminderId === about.reminderId || one.at >= since),
  );
  const knows = outlook.knowsSince !== null && outlook.knowsSince >= since;
  return arrived || knows ? null : found;
}

function newestTrouble<A extends TellingAttempt>(telling: readonly A[], outlook: Outlook): Trouble<A> | null {
  const newestFirst = telling.toSorted((a, b) => beganAt(b) - beganAt(a) || b.attempt - a.attempt);
  let call: Trouble<A> | null = null;
  for (const about of newestFirst) {
    const cause = causeOf(about, outlook);
    // One that waits for its time, or a call to be made, is not why: look at what was before.
    if (about.status === 'planned' && cause === null) continue;
    if (about.channel === 'call_list' && !OF_THE_PERSON.includes(cause)) {
      if (cause !== null) call ??= { cause, about };
      continue;
    }
    return cause === null ? call : { cause, about };
  }
  return call;
}

/** What is wrong with one attempt, by itself. */
export function causeOf(message: TellingAttempt, { now, stopped }: Omit<Outlook, 'knowsSince'>): TroubleCause | null {
  const { status, channel, reason } = message;
  const since = message.claimedAt ?? message.at;
  switch (status) {
    case 'planned':
      return heldUpBy(message, stopped, now);
    case 'claimed':
    case 'unknown':
      return since <= now - TROUBLE_AFTER.unknown ? 'unknown' : null;
    case 'accepted':
    case 'sent':
      if (channel === 'call_list') return NO_WAY[reason ?? ''] ?? null;
      return lacksReceipt(message, now) ? 'no_receipt' : null;
    case 'undelivered':
    case 'failed':
      if (reason === 'person:opted_out') return 'opted_out';
      if (isOfTheProvider(message)) return 'provider_down';
      if (failureKindOf(reason) === 'not_known') return 'unknown';
      return status === 'failed' ? 'failed' : 'not_delivered';
    case 'expired':
      return 'expired';
    case 'suppressed':
      return NO_WAY[reason ?? ''] ?? null;
    default:
      return null;
  }
}

function heldUpBy({ channel, notBefore }: TellingAttempt, stopped: Stopped, now: number): TroubleCause | null {
  // One that was put off for its channel keeps the channel, and is due again later.
  const why = notBefore <= now || channel !== null ? stopped(channel) : null;
  return why ?? (notBefore < now - TROUBLE_AFTER.planned ? 'late' : null);
}

/** A provider that sends receipts has had it for so long that one should have come. */
function lacksReceipt({ provider, channel, acceptedAt, at }: TellingAttempt, now: number): boolean {
  const comes = SENDS_RECEIPTS.includes(provider) && channel !== 'letter';
  return comes && (acceptedAt ?? at) <= now - TROUBLE_AFTER.receipt;
}

/** When it was begun, or is to begin (ms): by this "newest" is meant. */
export function beganAt({ status, claimedAt, at, notBefore }: TellingAttempt): number {
  return status === 'planned' ? notBefore : (claimedAt ?? at);
}
