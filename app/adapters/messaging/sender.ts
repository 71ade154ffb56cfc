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
}

/** What a provider said, in the engine's own words. Codes are kept as the provider gave them. */
export type SendAnswer =
  | { kind: 'accepted'; providerId: string; segments: number | null }
  | { kind: 'rejected'; cause: 'person' | 'us'; code: string; detail: string; optedOut?: boolean }
  | { kind: 'try_later'; code: string; detail: string; retryAfterMs: number | null }
  | { kind: 'unknown'; detail: string };

/** What a provider knows of a message whose outcome we do not. */
export type Reconciliation =
  /** Messages that may be this one, oldest first; one that is already on record for another attempt is not. */
  | { kind: 'found'; candidates: { providerId: string; providerStatus: string; errorCode: string | null }[] }
  | { kind: 'not_found' }
  /** `ever` is false when the provider keeps no list, true when it only could not be asked now. */
  | { kind: 'cannot_tell'; ever: boolean; detail: string };

/** One way out. `send` never throws and never takes longer than its deadline. */
export interface MessageSender {
  readonly provider: 'twilio' | 'smtp' | 'outbox';
  readonly channel: Exclude<Channel, 'call_list'>;
  /** Messages a second that the provider takes from us; null when there is no limit. */
  readonly perSecond: number | null;
  send(message: OutgoingMessage): Promise<SendAnswer>;
  /** Asks what became of an attempt that was handed over at or after `since` (ms). Never throws. */
  reconcile(message: OutgoingMessage, since: number): Promise<Reconciliation>;
  close(): Promise<void>;
}
