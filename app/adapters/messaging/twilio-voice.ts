import { DAY, HOUR } from '~/domain/clock';
import type { LookedUp, MessageSender, OutgoingMessage, Reconciliation, SendAnswer } from './sender';
import { answerOfTwilioError } from './twilio-answers';
import { createTwilioClient, type TwilioAccount } from './twilio-client';

export interface TwilioVoiceSettings extends TwilioAccount {
  /** The telephone number that calls, E.164. */
  from: string;
  /** Where calls ask what to say and receipts come back to, without a slash at the end. */
  publicUrl: string;
  deadlineMs: number;
}

/** Calls a second that Twilio begins for an account, unless more was agreed. */
const CALLS_PER_SECOND = 1;
/** How long it rings (seconds): most answering machines come on later, and a person gets to the telephone. */
const RING = 30;
/** No call lasts longer (seconds), whatever keys are pressed. */
const LONGEST = 240;
/** How far our clock may have been ahead of Twilio's when we asked for a call, so that one it makes is not made again. */
const CLOCK_DIFFERENCE = DAY + HOUR;
const MOST_LISTED = 400;

/** True for a sender that can call: a number, not a name or a messaging service. */
export function canCall(from: string | null): from is string {
  return from !== null && /^\+[1-9]\d{6,14}$/.test(from);
}

/**
 * Calls through Twilio's Calls API. What is said is asked for when somebody answers; machines are not looked for, because
 * nothing is said to anybody who presses no key. As for texts there is no idempotency key, so nothing here tries twice.
 */
export function createTwilioVoice(settings: TwilioVoiceSettings): MessageSender {
  const client = createTwilioClient(settings, settings.deadlineMs);

  async function send(message: OutgoingMessage): Promise<SendAnswer> {
    try {
      const created = await client.calls.create({
        to: message.recipient,
        from: settings.from,
        url: `${settings.publicUrl}/webhooks/twilio/voice/${message.id}`,
        method: 'POST',
        statusCallback: `${settings.publicUrl}/webhooks/twilio/status/${message.id}`,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        timeout: RING,
        timeLimit: LONGEST,
      });
      if (!created.sid) return { kind: 'unknown', detail: 'an answer without an id' };
      return { kind: 'accepted', providerId: created.sid, segments: null };
    } catch (error) {
      return answerOfTwilioError(error);
    }
  }

  /**
   * A call has no words to know it by. Every call of ours to the number that was made at about that time, or since, may be
   * it, the nearest in time first: a call taken for another's costs one that is made later, or by a person; one that is
   * overlooked would ring twice.
   */
  async function reconcile(message: OutgoingMessage, since: number): Promise<Reconciliation> {
    try {
      // Not by start time: a call that still waits in Twilio's queue has none, and would be taken for lost.
      const filter = { to: message.recipient, from: settings.from };
      const listed = await client.calls.list({ ...filter, limit: MOST_LISTED, pageSize: 100 });
      const distance = (one: (typeof listed)[number]) => Math.abs(one.dateCreated.getTime() - since);
      const candidates = listed
        .filter((one) => one.direction.startsWith('outbound') && one.dateCreated.getTime() >= since - CLOCK_DIFFERENCE)
        .sort((a, b) => distance(a) - distance(b))
        .map((one) => ({ providerId: one.sid, providerStatus: one.status, errorCode: null }));
      return candidates.length > 0 ? { kind: 'found', candidates } : { kind: 'not_found' };
    } catch (error) {
      return { kind: 'cannot_tell', ever: true, detail: answerOfTwilioError(error).kind };
    }
  }

  async function lookUp(sid: string): Promise<LookedUp | null> {
    try {
      const found = await client.calls(sid).fetch();
      const price = found.price === null ? null : Math.abs(Number(found.price));
      return {
        providerStatus: found.status,
        errorCode: null,
        segments: null,
        price: Number.isFinite(price) ? price : null,
        currency: found.priceUnit ? found.priceUnit.toUpperCase() : null,
      };
    } catch {
      // It is asked again later.
      return null;
    }
  }

  const perSecond = CALLS_PER_SECOND;
  return { provider: 'twilio', channel: 'voice', perSecond, send, reconcile, lookUp, close: async () => {} };
}
