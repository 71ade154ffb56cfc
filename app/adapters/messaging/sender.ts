import type { Language } from '~/domain/language';
import type { Channel } from '~/domain/messaging/channel';

/** A message ready to go: everything a provider needs, nothing it does not. */
export interface OutgoingMessage {
  /** The attempt id: in the callback URL and in the Message-ID. */
  id: string;
  /** E.164 number, or email address. */
  recipient: string;
  subject: string | null;
  body: string;
  /** The instant after which the message must not arrive, in ms; providers are told where they can be. */
  sendBy: number;
  /** A calendar file to go with an email. */
  calendar: string | null;
  /** What a voice call says is made when it is answered, a letter when it is printed, in this language. */
  language: Language;
}

/** What a provider said, in the engine's own words. Codes are kept as the provider gave them. */
export type SendAnswer =
  | { kind: 'accepted'; providerId: string; segments: number | null }
  | { kind: 'rejected'; cause: 'person' | 'us'; code: string; detail: string; optedOut?: boolean }
  | { kind: 'try_later'; code: string; detail: string; retryAfterMs: number | null }
  | { kind: 'unknown'; detail: string };

/** What a provider knows of a message whose outcome we do not. */
export type Reconciliation =
  /** Messages that may be this one, likeliest first; one that is already on record for another attempt is not. */
  | { kind: 'found'; candidates: { providerId: string; providerStatus: string; errorCode: string | null }[] }
  | { kind: 'not_found' }
  /** `ever` is false when the provider keeps no list, true when it only could not be asked now. */
  | { kind: 'cannot_tell'; ever: boolean; detail: string };

/** What a provider says of a message that it has. */
export interface LookedUp {
  providerStatus: string;
  errorCode: string | null;
  segments: number | null;
  /** What it charged, in whole units of `currency`; null until it is known. */
  price: number | null;
  currency: string | null;
}

/** One way out. `send` never throws and never takes longer than its deadline. */
export interface MessageSender {
  readonly provider: 'twilio' | 'notify' | 'smtp' | 'print' | 'outbox';
  readonly channel: Exclude<Channel, 'call_list'>;
  /** Messages a second that the provider takes from us; null when there is no limit. */
  readonly perSecond: number | null;
  /** It never knows what became of a message: few are to be on their way should a worker be killed. */
  readonly cannotBeAsked?: boolean;
  send(message: OutgoingMessage): Promise<SendAnswer>;
  /**
   * Asks what became of an attempt that was handed over at or after `since` (ms). Never throws.
   * @param match `sameLink`: words may have changed since ("tomorrow", "today"), so a message with the same link is
   * taken for this one as well, if it is not older.
   */
  reconcile(message: OutgoingMessage, since: number, match?: { sameLink: boolean }): Promise<Reconciliation>;
  /**
   * Asks about a message that the provider has accepted; null in its place where the provider cannot be asked.
   * @returns null when it could not be asked now. Never throws.
   */
  readonly lookUp: ((providerId: string) => Promise<LookedUp | null>) | null;
  close(): Promise<void>;
}
