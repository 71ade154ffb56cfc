import type { Clock } from '~/domain/clock';
import { DAY, HOUR } from '~/domain/clock';
import type { LookedUp, MessageSender, OutgoingMessage, Reconciliation, SendAnswer } from './sender';
import { answerOfTwilioError } from './twilio-answers';
import { createTwilioClient, type TwilioAccount } from './twilio-client';

export interface TwilioSmsSettings extends TwilioAccount {
  /** One of the two; the service wins, because it picks the best of its senders. */
  messagingServiceSid: string | null;
  from: string | null;
  perSecond: number;
  /** Where receipts come back to, without a slash at the end. */
  publicUrl: string;
  deadlineMs: number;
}

/** The longest that Twilio keeps trying (seconds). */
const LONGEST_VALIDITY = 36_000;
/**
 * How far our clock may have been ahead of Twilio's when we handed a message over, so that one it has is not sent again.
 * Words and number tell texts apart, and those of other attempts are on record; the time only keeps out what is old.
 */
const CLOCK_DIFFERENCE = DAY + HOUR;
const MOST_LISTED = 400;
/**
 * The same for a text that is known by its link alone, which every rule's texts about an appointment carry. Reminders
 * less than four hours apart are one, so what is this near to a reminder's time is that reminder's.
 */
const LINK_CLOCK_DIFFERENCE = HOUR;

/** Texts through Twilio's Messages API. Twilio has no idempotency key, so nothing here ever tries twice. */
export function createTwilioSms(settings: TwilioSmsSettings, clock: Clock): MessageSender {
  const client = createTwilioClient(settings, settings.deadlineMs);
  const sender = settings.messagingServiceSid
    ? { messagingServiceSid: settings.messagingServiceSid }
    : { from: settings.from ?? '' };

  async function send(message: OutgoingMessage): Promise<SendAnswer> {
    const seconds = Math.floor((message.sendBy - clock.now()) / 1000);
    try {
      const created = await client.messages.create({
        to: message.recipient,
        ...sender,
        body: message.body,
        statusCallback: `${settings.publicUrl}/webhooks/twilio/status/${message.id}`,
        validityPeriod: Math.max(1, Math.min(LONGEST_VALIDITY, seconds)),
      });
      if (!created.sid) return { kind: 'unknown', detail: 'an answer without an id' };
      const segments = Number(created.numSegments);
      return { kind: 'accepted', providerId: created.sid, segments: segments > 0 ? segments : null };
    } catch (error) {
      return answerOfTwilioError(error);
    }
  }

  async function reconcile(
    message: OutgoingMessage,
    since: number,
    match?: { sameLink: boolean },
  ): Promise<Reconciliation> {
    const link = match?.sameLink ? linkTokenOf(message.body) : null;
    const sameWords = (body: string) => lettersOf(body) === lettersOf(message.body);
    const isThisOne = (body: string, createdAt: number) =>
      (createdAt >= since - CLOCK_DIFFERENCE && sameWords(body)) ||
      (link !== null && createdAt >= since - LINK_CLOCK_DIFFERENCE && linkTokenOf(body) === link);
    try {
      // Not by date sent: a message that is still in Twilio's queue has none, and would be taken for lost.
      const listed = await client.messages.list({ to: message.recipient, limit: MOST_LISTED, pageSize: 100 });
      const candidates = listed
        .filter((one) => one.direction.startsWith('outbound') && isThisOne(one.body, one.dateCreated.getTime()))
        .sort((a, b) => a.dateCreated.getTime() - b.dateCreated.getTime())
        .sort((a, b) => Number(sameWords(b.body)) - Number(sameWords(a.body)))
        .map((one) => ({
          providerId: one.sid,
          providerStatus: one.status,
          errorCode: one.errorCode ? String(one.errorCode) : null,
        }));
      return candidates.length > 0 ? { kind: 'found', candidates } : { kind: 'not_found' };
    } catch (error) {
      return { kind: 'cannot_tell', ever: true, detail: answerOfTwilioError(error).kind };
    }
  }

  async function lookUp(sid: string): Promise<LookedUp | null> {
    try {
      const found = await client.messages(sid).fetch();
      const segments = Number(found.numSegments);
      const price = found.price === null ? null : Math.abs(Number(found.price));
      return {
        providerStatus: found.status,
        errorCode: found.errorCode ? String(found.errorCode) : null,
        segments: segments > 0 ? segments : null,
        price: Number.isFinite(price) ? price : null,
        currency: found.priceUnit ? found.priceUnit.toUpperCase() : null,
      };
    } catch {
      // It is asked again later.
      return null;
    }
  }

  const { perSecond } = settings;
  return { provider: 'twilio', channel: 'sms', perSecond, send, reconcile, lookUp, close: async () => {} };
}

/** What tells one appointment's link, at one version, from every other; null in a text without a link. */
function linkTokenOf(text: string): string | null {
  return /\/a\/([\w-]{8,})/.exec(text)?.[1] ?? null;
}

/** Twilio may replace letters by look-alikes that cost less ("smart encoding"): only what it leaves alone is compared. */
function lettersOf(text: string): string {
  return text.replace(/[^A-Za-z0-9/]/g, '');
}
