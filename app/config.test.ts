import { describe, expect, it } from 'vitest';
import { ConfigError, modeOf, readConfig } from './config.server';

const SAFE = {
  PUBLIC_URL: 'https://waymark.example',
  SESSION_SECRET: 'k2jQ8sVt1xLw0ZrYb7NfC4mEoHdGuPaI',
  DATA_KEY: '8f1e6b0c2d7a94e35b60f7c8a1d2e3f4859607b8c9dae1f2031425364758697a',
  SMS_PROVIDER: 'twilio',
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: 'a-token',
  TWILIO_FROM: '+447700900000',
  EMAIL_PROVIDER: 'smtp',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'Waymark <hello@waymark.example>',
  NOTIFY_CALLBACK_TOKEN: 'told-to-notify-alone',
};
const NOTIFY_KEY = 'waymark-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';

function mistakesOf(settings: Record<string, string>, mode: Parameters<typeof readConfig>[1] = 'production'): string[] {
  try {
    readConfig(settings, mode);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const IN_A_PASSWORD = 'in a password, / ? # and @ are written %2F %3F %23 and %40';

describe('the settings in production', () => {
  it('are taken when they are safe', () => {
    expect(mistakesOf(SAFE)).toEqual([]);
    expect(mistakesOf({ ...SAFE, TWILIO_API_BASE_URL: 'http://127.0.0.1:4100' })).toEqual([]);
  });

  it('cannot be changed afterwards, at any depth', () => {
    const config = readConfig(SAFE, 'production');
    for (const part of [config, config.sms, config.email]) expect(Object.isFrozen(part)).toBe(true);
  });

  it.each([
    ['PUBLIC_URL', '', 'PUBLIC_URL is needed in production'],
    ['PUBLIC_URL', 'http://waymark.example', 'PUBLIC_URL must start with https:// in production'],
    ['PUBLIC_URL', 'https://waymark.example/portal', 'PUBLIC_URL must be a web address'],
    ['PUBLIC_URL', 'https://me:secret@waymark.example', 'PUBLIC_URL must be a web address'],
    ['PUBLIC_URL', 'ftp://waymark.example', 'PUBLIC_URL must be a web address'],
    ['PUBLIC_URL', 'waymark.example', 'PUBLIC_URL must be a web address'],
    ['TWILIO_API_BASE_URL', 'http://gateway.example', 'TWILIO_API_BASE_URL must start with https://'],
    ['TWILIO_API_BASE_URL', 'http://localhost.example', 'TWILIO_API_BASE_URL must start with https://'],
    ['SESSION_SECRET', '', 'SESSION_SECRET is needed in production'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must be at least 32 characters'],
    ['SESSION_SECRET', 'development-only-session-secret-0000', 'SESSION_SECRET must not be the one for development'],
    ['SESSION_SECRET', 'x'.repeat(40), 'SESSION_SECRET must be random'],
    ['DATA_KEY', '', 'DATA_KEY is needed in production'],
    ['DATA_KEY', 'abc', 'DATA_KEY must be 64 hexadecimal digits'],
    ['DATA_KEY', `${'00'.repeat(31)}01`, 'DATA_KEY must not be the one for development'],
    ['DATA_KEY', '0'.repeat(64), 'DATA_KEY must be random'],
    ['DATA_KEY_BEFORE', 'abc', 'DATA_KEY_BEFORE must be 64 hexadecimal digits'],
    ['DATA_KEY_BEFORE', SAFE.DATA_KEY.toUpperCase(), 'DATA_KEY_BEFORE must be another key than DATA_KEY'],
    ['DATA_KEY_NEXT', SAFE.DATA_KEY, 'DATA_KEY_NEXT must be another key than DATA_KEY'],
    ['SMS_PROVIDER', 'outbox', 'SMS_PROVIDER must not be outbox in production'],
    ['DATABASE_POOL', '2', 'DATABASE_POOL must be at least 3'],
    ['DATABASE_POOL', '201', 'DATABASE_POOL must be at most 200'],
    ['DATABASE_POOL', 'ten', 'DATABASE_POOL must be a whole number'],
    ['DATABASE_REPLICA_URL', 'file:./data/portal.db', 'DATABASE_REPLICA_URL must start with postgres://'],
    ['DATABASE_REPLICA_URL', 'postgres://replica.example/w', 'DATABASE_REPLICA_URL must be empty because DATABASE_URL'],
    ['MESSAGES_KEPT_MONTHS', '1', 'MESSAGES_KEPT_MONTHS must be at least 3'],
    ['CLOSED_UNTIL', 'tomorrow', 'CLOSED_UNTIL must be a date, a time and a zone, such as 2026-12-01T08:00Z'],
    ['CLOSED_UNTIL', '2026-12-01T08:00', 'CLOSED_UNTIL must be a date, a time and a zone'],
    ['CLOSED_UNTIL', '2026-13-01T08:00Z', 'CLOSED_UNTIL must be a date, a time and a zone'],
    ['SMS_PROVIDER', 'pigeon', 'SMS_PROVIDER must be outbox, twilio or notify'],
    ['TWILIO_ACCOUNT_SID', '', 'TWILIO_ACCOUNT_SID is needed because SMS_PROVIDER is twilio'],
    ['TWILIO_ACCOUNT_SID', 'AC1', 'TWILIO_ACCOUNT_SID must be AC and 32'],
    ['TWILIO_AUTH_TOKEN', '', 'TWILIO_AUTH_TOKEN is needed because SMS_PROVIDER is twilio'],
    ['TWILIO_FROM', '', 'TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM is needed'],
    ['TWILIO_MESSAGING_SERVICE_SID', 'MG1', 'TWILIO_MESSAGING_SERVICE_SID must be MG and 32'],
    ['TWILIO_API_BASE_URL', 'nowhere', 'TWILIO_API_BASE_URL must be a web address'],
    ['TWILIO_MPS', '0', 'TWILIO_MPS'],
    ['TWILIO_MPS', 'fast', 'TWILIO_MPS must be a number'],
    ['SMS_PROVIDER', 'notify', 'NOTIFY_API_KEY is needed because SMS_PROVIDER is notify'],
    ['EMAIL_PROVIDER', 'notify', 'NOTIFY_API_KEY is needed because EMAIL_PROVIDER is notify'],
    ['LETTER_PROVIDER', 'pigeon', 'LETTER_PROVIDER must be print or notify'],
    ['LETTER_PROVIDER', 'notify', 'NOTIFY_API_KEY is needed because LETTER_PROVIDER is notify'],
    ['EMAIL_PROVIDER', 'pigeon', 'EMAIL_PROVIDER must be outbox, smtp or notify'],
    ['NOTIFY_API_KEY', 'waymark-26785a09-ab16-4eb0-8407-a37497a57506', 'NOTIFY_API_KEY must be the whole key'],
    ['NOTIFY_BASE_URL', 'http://gateway.example', 'NOTIFY_BASE_URL must start with https://'],
    ['NOTIFY_BASE_URL', 'nowhere', 'NOTIFY_BASE_URL must be a web address'],
    ['NOTIFY_CALLBACK_TOKEN', 'short', 'NOTIFY_CALLBACK_TOKEN must be at least 16 characters'],
    ['EMAIL_PROVIDER', 'outbox', 'EMAIL_PROVIDER must not be outbox in production'],
    ['SMTP_URL', '', 'SMTP_URL is needed because EMAIL_PROVIDER is smtp'],
    ['SMTP_URL', 'http://mail.example', 'SMTP_URL must start with smtp:// or smtps://'],
    ['SMTP_URL', 'smtp://portal:hunt#er2@mail.example', `SMTP_URL cannot be read as an address; ${IN_A_PASSWORD}`],
    ['DATABASE_URL', 'postgres://portal:hunt/er2@db/x', `DATABASE_URL cannot be read as an address; ${IN_A_PASSWORD}`],
    ['PORT', 'eighty', 'PORT must be a whole number'],
    ['PORT', '70000', 'PORT must be at most 65535'],
    ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must start with file: or postgres://'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
    ['METRICS_TOKEN', 'short', 'METRICS_TOKEN must be at least 16 characters'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY must be a number of proxies, loopback or uniquelocal'],
  ])('refuse %s=%s in one line', (name, value, line) => {
    const mistakes = mistakesOf({ ...SAFE, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(line);
  });

  it('name every mistake at once, and no value of a secret', () => {
    const mistakes = mistakesOf({ ...SAFE, PUBLIC_URL: 'http://waymark.example', DATA_KEY: 'a'.repeat(64), PORT: 'x' });
    expect(mistakes.map((line) => line.split(' ')[0]).sort()).toEqual(['DATA_KEY', 'PORT', 'PUBLIC_URL']);
    expect(new ConfigError(mistakes).message).not.toContain('aaaa');
    expect(new ConfigError(mistakes).message.split('\n')).toHaveLength(4);
  });
});

describe('the settings for GOV.UK Notify', () => {
  const NOTIFY = { ...SAFE, SMS_PROVIDER: 'notify', EMAIL_PROVIDER: 'notify', NOTIFY_API_KEY: NOTIFY_KEY };

  it('are enough by themselves, with a gateway on this machine or without', () => {
    const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, SMTP_URL, ...alone } = NOTIFY;
    expect([TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, SMTP_URL]).not.toContain(undefined);
    expect(readConfig(alone, 'production')).toMatchObject({
      sms: { provider: 'notify', twilio: false },
      email: { provider: 'notify', url: '' },
      notify: { apiKey: NOTIFY_KEY, baseUrl: 'https://api.notifications.service.gov.uk' },
    });
    expect(mistakesOf({ ...alone, NOTIFY_BASE_URL: 'http://127.0.0.1:4100/' })).toEqual([]);
  });

  it('say whether Twilio could take over', () => {
    expect(readConfig(NOTIFY, 'production').sms.twilio).toBe(true);
    expect(readConfig({ ...NOTIFY, TWILIO_FROM: '' }, 'production').sms.twilio).toBe(false);
    expect(readConfig(SAFE, 'production').notify).toBeNull();
  });

  it.each([
    [NOTIFY, 'NOTIFY_CALLBACK_TOKEN is needed because SMS_PROVIDER is notify'],
    [{ ...SAFE, NOTIFY_API_KEY: NOTIFY_KEY }, 'NOTIFY_CALLBACK_TOKEN is needed because NOTIFY_API_KEY is set'],
    [
      { ...SAFE, LETTER_PROVIDER: 'notify', NOTIFY_API_KEY: NOTIFY_KEY },
      'NOTIFY_CALLBACK_TOKEN is needed because LETTER_PROVIDER is notify',
    ],
  ])('need a token that its callbacks bring', (settings, line) => {
    expect(mistakesOf({ ...settings, NOTIFY_CALLBACK_TOKEN: '' })).toEqual([line]);
  });

  it('print letters in the office, with a key or without, until they say otherwise', () => {
    expect(readConfig(SAFE, 'production').letter.provider).toBe('print');
    expect(readConfig(NOTIFY, 'production').letter.provider).toBe('print');
    expect(readConfig({ ...NOTIFY, LETTER_PROVIDER: 'notify' }, 'production').letter.provider).toBe('notify');
  });

  it('post no letter to a real person while everything else goes to the outbox', () => {
    const trial = {
      LETTER_PROVIDER: 'notify',
      NOTIFY_API_KEY: NOTIFY_KEY,
      NOTIFY_CALLBACK_TOKEN: 'told-to-notify-alone',
    };
    expect(mistakesOf(trial, 'development')).toEqual([
      'LETTER_PROVIDER must be print while texts and emails go to the outbox: its letters go to real people',
    ]);
    expect(mistakesOf({ ...SAFE, ...trial })).toEqual([]);
  });

  it('never repeat a key that is not one', () => {
    const cut = NOTIFY_KEY.slice(0, -1);
    const mistakes = mistakesOf({ ...NOTIFY, NOTIFY_API_KEY: cut });
    expect(mistakes).toEqual(['NOTIFY_API_KEY must be the whole key: its name and two ids']);
  });
});

describe('the settings elsewhere', () => {
  it.each(['development', 'test', 'demo'] as const)('need nothing in %s', (mode) => {
    const config = readConfig({}, mode);
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', sms: { provider: 'outbox' } });
  });

  it('count an empty value as none', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' }, 'development').port).toBe(3000);
  });

  it('read TRUST_PROXY as a number of proxies or as their network', () => {
    expect(readConfig({ TRUST_PROXY: '2' }, 'test').trustProxy).toBe(2);
    expect(readConfig({ TRUST_PROXY: 'loopback' }, 'test').trustProxy).toBe('loopback');
  });
});

describe('the mode', () => {
  it.each([
    [{}, [], 'development'],
    [{ NODE_ENV: 'production' }, [], 'production'],
    [{ NODE_ENV: 'prodcution' }, [], 'development'],
    [{ NODE_ENV: 'test' }, [], 'test'],
    [{ NODE_ENV: 'production' }, ['--demo'], 'demo'],
  ])('of %j and %j is %s', (env, argv, mode) => {
    expect(modeOf(env, argv)).toBe(mode);
  });
});
