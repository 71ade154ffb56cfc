import { describe, expect, it } from 'vitest';
import { readConfig } from '~/config.server';
import { createSenders } from './create-senders';

const TWILIO = { TWILIO_ACCOUNT_SID: `AC${'a1'.repeat(16)}`, TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+447700900000' };
const SMTP = { SMTP_URL: 'smtp://mail.example' };
const NOTIFY = {
  NOTIFY_API_KEY: 'waymark-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  NOTIFY_CALLBACK_TOKEN: 'told-to-notify-alone',
};

describe('the ways out', () => {
  const ways = (env: Record<string, string>, pdf: (() => Promise<Buffer>) | null = null) =>
    createSenders(readConfig(env, 'test'), { now: () => 0 }, 1000, pdf).map((one) => `${one.channel} ${one.provider}`);
  const written = (env: Record<string, string>) => ways(env).filter((way) => /^(sms|email) /.test(way));

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['sms outbox', 'email outbox']],
    [
      'Twilio and SMTP',
      { SMS_PROVIDER: 'twilio', EMAIL_PROVIDER: 'smtp', ...TWILIO, ...SMTP },
      ['sms twilio', 'email smtp'],
    ],
    [
      'Twilio and SMTP, with Notify behind them',
      { SMS_PROVIDER: 'twilio', EMAIL_PROVIDER: 'smtp', ...TWILIO, ...SMTP, ...NOTIFY },
      ['sms twilio', 'sms notify', 'email smtp', 'email notify'],
    ],
    [
      'Notify, with Twilio and SMTP behind it',
      { SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', ...TWILIO, ...SMTP, ...NOTIFY },
      ['sms notify', 'sms twilio', 'email notify', 'email smtp'],
    ],
    ['Notify alone', { SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', ...NOTIFY }, ['sms notify', 'email notify']],
    [
      'Notify, with half of Twilio’s settings',
      { SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', ...NOTIFY, ...TWILIO, TWILIO_FROM: '' },
      ['sms notify', 'email notify'],
    ],
    ['the outbox, and everything else besides', { ...TWILIO, ...SMTP, ...NOTIFY }, ['sms outbox', 'email outbox']],
  ])('for %s are these', (_name, env, expected) => {
    expect(written(env)).toEqual(expected);
  });

  it('have letters printed by the office, unless the settings say by Notify', () => {
    const pdf = async () => Buffer.alloc(0);
    const letters = (env: Record<string, string>) => ways(env, pdf).filter((way) => way.startsWith('letter '));
    const env = { SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', ...NOTIFY };
    expect(letters({})).toEqual(['letter print']);
    expect(letters(env)).toEqual(['letter print']);
    expect(letters({ ...env, LETTER_PROVIDER: 'print' })).toEqual(['letter print']);
    expect(letters({ ...env, LETTER_PROVIDER: 'notify' })).toEqual(['letter notify']);
    const other = { SMS_PROVIDER: 'twilio', EMAIL_PROVIDER: 'smtp', ...TWILIO, ...SMTP, ...NOTIFY };
    expect(letters({ ...other, LETTER_PROVIDER: 'notify' })).toEqual(['letter notify']);
  });

  it('share one pace where they share one key', () => {
    const env = { SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', ...NOTIFY };
    const senders = createSenders(readConfig(env, 'test'), { now: () => 0 }, 1000);
    const paces = senders.filter(({ provider }) => provider === 'notify').map(({ perSecond }) => perSecond);
    expect(paces).toEqual([50, 50]);
  });
});
