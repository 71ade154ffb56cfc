import type { Clock } from '~/domain/clock';
import { createOutbox } from './outbox';
import type { MessageSender } from './sender';
import { createSmtp, type SmtpSettings } from './smtp';
import { createTwilioSms, type TwilioSmsSettings } from './twilio-sms';

/** The part of the settings that is about sending. */
export interface SendingSettings {
  mode: string;
  publicUrl: string;
  sms: { provider: 'outbox' | 'twilio' } & Omit<TwilioSmsSettings, 'publicUrl' | 'deadlineMs'>;
  email: { provider: 'outbox' | 'smtp' } & Omit<SmtpSettings, 'deadlineMs'>;
}

/** The ways out that the settings ask for. @param deadlineMs how long a provider may take to answer. */
export function createSenders(config: SendingSettings, clock: Clock, deadlineMs: number): MessageSender[] {
  const { sms, email, mode, publicUrl } = config;
  return [
    sms.provider === 'twilio' ? createTwilioSms({ ...sms, publicUrl, deadlineMs }, clock) : createOutbox('sms', mode),
    email.provider === 'smtp' ? createSmtp({ ...email, deadlineMs }) : createOutbox('email', mode),
  ];
}
