import type { NotifyClient } from 'notifications-node-client';
import type { Clock } from '~/domain/clock';
import { notifyErrorCode } from '~/domain/messaging/notify-codes';
import { answerOfNotifyError } from './govuk-notify-answers';
import { openExchange, type NotifyAccount } from './govuk-notify-client';
import { createTemplates } from './govuk-notify-templates';
import type { LookedUp, MessageSender, OutgoingMessage, Reconciliation, SendAnswer } from './sender';

export interface NotifySettings extends NotifyAccount {
  deadlineMs: number;
}

/** Makes the letter that Notify prints: a PDF as its letter specification wants it. */
export type WriteLetterPdf = (message: OutgoingMessage) => Promise<Buffer>;

type Via = 'sms' | 'email' | 'letter';
type Notification = Awaited<ReturnType<NotifyClient['getNotificationById']>>['data'];

/** Notify allows 3,000 requests in any minute for all of a key's channels; the pace is kept for each provider, not each channel. */
const PER_SECOND = 50;
const LARGEST_LETTER = 5 * 1024 * 1024;

/**
 * Texts, emails and letters through GOV.UK Notify. Its `reference` is the attempt id, so a message whose outcome is not
 * known is found exactly. It does not refuse the same reference twice, so nothing here ever tries twice. It cannot be told
 * until when a message is of use.
 * @param writeLetterPdf without it there is no letter sender.
 */
export function createNotify(settings: NotifySettings, clock: Clock, writeLetterPdf: WriteLetterPdf | null = null) {
  const templates = createTemplates();
  const exchange = () => openExchange(settings, settings.deadlineMs);

  async function sendTemplated(via: 'sms' | 'email', message: OutgoingMessage): Promise<SendAnswer> {
    const client = exchange();
    let template: string | null;
    try {
      template = await templates.find(via, client);
    } catch (error) {
      return notHandedOver(error);
    }
    if (!template) return { kind: 'rejected', cause: 'us', code: 'no_template', detail: 'template missing or not fit' };
    const { id: reference, recipient, body, subject } = message;
    const answer = await handOver(() =>
      via === 'sms'
        ? client.sendSms(template, recipient, { personalisation: { body }, reference })
        : client.sendEmail(template, recipient, { personalisation: { subject: subject ?? '', body }, reference }),
    );
    if (answer.kind === 'rejected' && answer.cause === 'us') templates.forget(via);
    return answer;
  }

  async function sendLetter(message: OutgoingMessage, write: WriteLetterPdf): Promise<SendAnswer> {
    const ours = (code: string): SendAnswer => ({ kind: 'rejected', cause: 'us', code, detail: 'not handed over' });
    let pdf: Buffer;
    try {
      pdf = await write(message);
    } catch {
      return ours('letter_not_written');
    }
    if (pdf.length > LARGEST_LETTER) return ours('letter_too_large');
    return handOver(() => exchange().sendPrecompiledLetter(message.id, pdf, 'first'));
  }

  async function handOver(request: () => Promise<{ data: { id: string } }>): Promise<SendAnswer> {
    try {
      const { data } = await request();
      const id: unknown = data?.id;
      if (typeof id !== 'string' || id === '') return { kind: 'unknown', detail: 'an answer without an id' };
      return { kind: 'accepted', providerId: id, segments: null };
    } catch (error) {
      return answerOfNotifyError(error, clock.now());
    }
  }

  /** What went wrong before there was a message to hand over. */
  function notHandedOver(error: unknown): SendAnswer {
    const answer = answerOfNotifyError(error, clock.now());
    if (answer.kind !== 'unknown') return answer;
    return { kind: 'try_later', code: 'no_answer', detail: answer.detail, retryAfterMs: null };
  }

  const reconcile =
    (via: Via) =>
    async (message: OutgoingMessage): Promise<Reconciliation> => {
      try {
        const { data } = await exchange().getNotifications(via, undefined, message.id);
        const candidates = data.notifications
          .filter((one) => one.reference === message.id)
          .toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))
          .map(({ id, status }) => ({ providerId: id, providerStatus: status, errorCode: notifyErrorCode(status) }));
        return candidates.length > 0 ? { kind: 'found', candidates } : { kind: 'not_found' };
      } catch (error) {
        return { kind: 'cannot_tell', ever: true, detail: answerOfNotifyError(error, clock.now()).kind };
      }
    };

  async function lookUp(id: string): Promise<LookedUp | null> {
    try {
      return lookedUp((await exchange().getNotificationById(id)).data);
    } catch {
      // It is asked again later.
      return null;
    }
  }

  const sender = (channel: Via, send: MessageSender['send']): MessageSender => {
    const parts = { send, reconcile: reconcile(channel), lookUp, close: async () => {} };
    return { provider: 'notify', channel, perSecond: PER_SECOND, ...parts };
  };
  return {
    sms: sender('sms', (message) => sendTemplated('sms', message)),
    email: sender('email', (message) => sendTemplated('email', message)),
    letter: writeLetterPdf && sender('letter', (message) => sendLetter(message, writeLetterPdf)),
  };
}

/** @throws when it is not Notify that answers. */
function lookedUp(found: Notification): LookedUp {
  if (typeof found.status !== 'string') throw new Error('an answer without a status');
  const details = found.cost_details ?? {};
  const segments = 'billable_sms_fragments' in details ? (details.billable_sms_fragments ?? null) : null;
  const price = found.is_cost_data_ready && typeof found.cost_in_pounds === 'number' ? found.cost_in_pounds : null;
  return {
    providerStatus: found.status,
    errorCode: notifyErrorCode(found.status),
    segments: segments !== null && segments > 0 ? segments : null,
    price,
    currency: price === null ? null : 'GBP',
  };
}
