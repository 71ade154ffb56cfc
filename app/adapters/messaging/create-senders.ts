import type { Clock } from '~/domain/clock';
import { createNotify, type NotifySettings, type WriteLetterPdf } from './govuk-notify';
import { createOutbox } from './outbox';
import { createPrintQueue } from './print';
import type { MessageSender } from './sender';
import { createSmtp, type SmtpSettings } from './smtp';
import { createTwilioSms, type TwilioSmsSettings } from './twilio-sms';
import { canCall, createTwilioVoice } from './twilio-voice';

/** The part of the settings that is about sending. */
export interface SendingSettings {
  mode: string;
  publicUrl: string;
  sms: { provider: 'outbox' | 'twilio' | 'notify'; twilio: boolean } & Omit<
    TwilioSmsSettings,
    'publicUrl' | 'deadlineMs'
  >;
  email: { provider: 'outbox' | 'smtp' | 'notify' } & Omit<SmtpSettings, 'deadlineMs'>;
  letter: { provider: 'print' | 'notify' };
  notify: Omit<NotifySettings, 'deadlineMs'> | null;
}

/**
 * The ways out that the settings ask for. The first for a channel is the one in use; the next, if its settings are there
 * as well, takes over while the first cannot send.
 * @param deadlineMs how long a provider may take to answer.
 * @param writeLetterPdf makes the letters that GOV.UK Notify prints, where the settings ask for that.
 */
export function createSenders(
  config: SendingSettings,
  clock: Clock,
  deadlineMs: number,
  writeLetterPdf: WriteLetterPdf | null = null,
): MessageSender[] {
  const { sms, email, mode, publicUrl } = config;
  const forReal = sms.provider !== 'outbox' || email.provider !== 'outbox';
  const notify =
    forReal && config.notify ? createNotify({ ...config.notify, deadlineMs }, clock, writeLetterPdf) : null;
  const ways: Record<'sms' | 'email', Record<string, () => MessageSender | null>> = {
    sms: {
      outbox: () => createOutbox('sms', mode),
      twilio: () => (sms.twilio ? createTwilioSms({ ...sms, publicUrl, deadlineMs }, clock) : null),
      notify: () => notify && notify.sms,
    },
    email: {
      outbox: () => createOutbox('email', mode),
      smtp: () => (email.url ? createSmtp({ ...email, deadlineMs }) : null),
      notify: () => notify && notify.email,
    },
  };
  const inOrder = (channel: 'sms' | 'email', first: string): (MessageSender | null)[] => {
    // What goes nowhere has no second: a message to a real person must not come of a try.
    const others =
      first === 'outbox' ? [] : Object.keys(ways[channel]).filter((one) => one !== first && one !== 'outbox');
    return [first, ...others].map((one) => ways[channel][one]!());
  };
  const letters = (config.letter.provider === 'notify' && notify && notify.letter) || createPrintQueue();
  const texts = inOrder('sms', sms.provider);
  const emails = inOrder('email', email.provider);
  return [...texts, ...emails, createVoice(config, deadlineMs), letters].filter((one) => one !== null);
}

/** Calls go through Twilio, whoever sends the texts, and from a number: without both nobody is called by voice. */
function createVoice({ sms, mode, publicUrl }: SendingSettings, deadlineMs: number): MessageSender | null {
  if (sms.provider === 'outbox') return createOutbox('voice', mode);
  const { twilio, from, accountSid, authToken, baseUrl } = sms;
  if (!twilio || !canCall(from)) return null;
  return createTwilioVoice({ accountSid, authToken, baseUrl, from, publicUrl, deadlineMs });
}
