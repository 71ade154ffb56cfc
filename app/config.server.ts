import * as v from 'valibot';
import { CannotStart } from './cannot-start';
import { settings, type Settings } from './settings';

/**
 * The only reader of the environment. `readConfig` turns it into one frozen, typed object, or throws a
 * `ConfigError` with one line for each mistake, naming the setting.
 */
export class ConfigError extends CannotStart {
  constructor(readonly mistakes: string[]) {
    super(`Waymark cannot start with these settings:\n${mistakes.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/** `production` refuses unsafe settings; `demo` is a production build with the outbox; the rest is for developers. */
export type Mode = 'production' | 'demo' | 'development' | 'test';

// Good enough to try things out on one's own machine, and refused in production.
const DEVELOPMENT_SECRET = 'development-only-session-secret-0000';
const DEVELOPMENT_KEY = '00'.repeat(31) + '01';

export type Config = Readonly<{
  mode: Mode;
  port: number;
  host: string;
  publicUrl: string;
  databaseUrl: string;
  /** What is read while the database at `databaseUrl` does not answer; null: nothing. */
  databaseReplicaUrl: string | null;
  /** The most connections of this process to PostgreSQL. */
  databasePool: number;
  sessionSecret: string;
  dataKey: string;
  /** Keys that open and find what they sealed and hashed, while DATA_KEY is being changed; mostly none. */
  otherDataKeys: readonly string[];
  sms: Readonly<{
    provider: 'outbox' | 'twilio' | 'notify';
    /** True when Twilio's settings are all there, so that it can send, first or second. */
    twilio: boolean;
    accountSid: string;
    authToken: string;
    messagingServiceSid: string | null;
    from: string | null;
    baseUrl: string;
    /** Messages a second that the sender may send. */
    perSecond: number;
  }>;
  /** `url` is empty when there is no SMTP server. */
  email: Readonly<{ provider: 'outbox' | 'smtp' | 'notify'; url: string; from: string }>;
  /** Who prints and posts letters: the office, from its print queue, or GOV.UK Notify. */
  letter: Readonly<{ provider: 'print' | 'notify' }>;
  /** GOV.UK Notify; null without a key. */
  notify: Readonly<{ apiKey: string; baseUrl: string; callbackToken: string }> | null;
  /** For how many months a message is kept after it has ended. */
  messagesKeptMonths: number;
  logLevel: string;
  metricsToken: string | null;
  /** Until when every page says that the service is closed (ms); null when it is open. */
  closedUntil: number | null;
  trustProxy: number | string;
}>;

/**
 * Reads and checks the settings.
 * @param env the environment, usually `process.env`; empty values count as absent.
 * @param mode what the process is; see `modeOf`.
 * @throws ConfigError naming every setting that is missing, malformed or unsafe.
 */
export function readConfig(env: Record<string, string | undefined>, mode: Mode): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const malformed = new Map(
    v.safeParse(settings, present).issues?.map((issue) => [String(issue.path?.[0].key), issue.message]),
  );
  // What is malformed is named as such; the rest is looked at as well, so that every mistake shows at once.
  const s = v.parse(settings, Object.fromEntries(Object.entries(present).filter(([name]) => !malformed.has(name))));
  const others = [...missing(s), ...(mode === 'production' ? unsafe(s) : [])];
  const mistakes = [
    ...Array.from(malformed, ([name, why]) => `${name} ${why}`),
    ...others.filter((line) => !malformed.has(line.split(' ', 1)[0] ?? '')),
  ];
  if (mistakes.length > 0) throw new ConfigError(mistakes);

  return Object.freeze({
    mode,
    port: s.PORT,
    host: s.HOST,
    publicUrl: (s.PUBLIC_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, ''),
    databaseUrl: s.DATABASE_URL,
    databaseReplicaUrl: s.DATABASE_REPLICA_URL ?? null,
    databasePool: s.DATABASE_POOL,
    sessionSecret: s.SESSION_SECRET ?? DEVELOPMENT_SECRET,
    dataKey: s.DATA_KEY ?? DEVELOPMENT_KEY,
    otherDataKeys: Object.freeze([s.DATA_KEY_BEFORE, s.DATA_KEY_NEXT].filter((key) => key !== undefined)),
    sms: Object.freeze({
      provider: s.SMS_PROVIDER,
      twilio: isTwilioComplete(s),
      accountSid: s.TWILIO_ACCOUNT_SID ?? '',
      authToken: s.TWILIO_AUTH_TOKEN ?? '',
      messagingServiceSid: s.TWILIO_MESSAGING_SERVICE_SID ?? null,
      from: s.TWILIO_FROM ?? null,
      baseUrl: s.TWILIO_API_BASE_URL.replace(/\/$/, ''),
      perSecond: s.TWILIO_MPS,
    }),
    email: Object.freeze({ provider: s.EMAIL_PROVIDER, url: s.SMTP_URL ?? '', from: s.MAIL_FROM }),
    letter: Object.freeze({ provider: s.LETTER_PROVIDER }),
    notify: s.NOTIFY_API_KEY
      ? Object.freeze({
          apiKey: s.NOTIFY_API_KEY,
          baseUrl: s.NOTIFY_BASE_URL.replace(/\/$/, ''),
          callbackToken: s.NOTIFY_CALLBACK_TOKEN ?? '',
        })
      : null,
    messagesKeptMonths: s.MESSAGES_KEPT_MONTHS,
    logLevel: s.LOG_LEVEL,
    metricsToken: s.METRICS_TOKEN ?? null,
    closedUntil: s.CLOSED_UNTIL ? Date.parse(s.CLOSED_UNTIL) : null,
    trustProxy: /^\d+$/.test(s.TRUST_PROXY) ? Number(s.TRUST_PROXY) : s.TRUST_PROXY,
  });
}

function missing(s: Settings): string[] {
  const lines: string[] = [];
  if (s.SMS_PROVIDER === 'twilio') {
    if (!s.TWILIO_ACCOUNT_SID) lines.push('TWILIO_ACCOUNT_SID is needed because SMS_PROVIDER is twilio');
    if (!s.TWILIO_AUTH_TOKEN) lines.push('TWILIO_AUTH_TOKEN is needed because SMS_PROVIDER is twilio');
    if (!s.TWILIO_MESSAGING_SERVICE_SID && !s.TWILIO_FROM)
      lines.push('TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM is needed because SMS_PROVIDER is twilio');
  }
  if (s.DATABASE_REPLICA_URL && s.DATABASE_URL.startsWith('file:'))
    lines.push('DATABASE_REPLICA_URL must be empty because DATABASE_URL is a file');
  if (s.EMAIL_PROVIDER === 'smtp' && !s.SMTP_URL) lines.push('SMTP_URL is needed because EMAIL_PROVIDER is smtp');
  const { SMS_PROVIDER, EMAIL_PROVIDER, LETTER_PROVIDER } = s;
  const [user] = Object.entries({ SMS_PROVIDER, EMAIL_PROVIDER, LETTER_PROVIDER }).find(
    ([, provider]) => provider === 'notify',
  ) ?? [null];
  if (user && !s.NOTIFY_API_KEY) lines.push(`NOTIFY_API_KEY is needed because ${user} is notify`);
  if ((user ?? s.NOTIFY_API_KEY) && !s.NOTIFY_CALLBACK_TOKEN)
    lines.push(`NOTIFY_CALLBACK_TOKEN is needed because ${user ? `${user} is notify` : 'NOTIFY_API_KEY is set'}`);
  if (LETTER_PROVIDER === 'notify' && SMS_PROVIDER === 'outbox' && EMAIL_PROVIDER === 'outbox')
    lines.push('LETTER_PROVIDER must be print while texts and emails go to the outbox: its letters go to real people');
  for (const name of ['DATA_KEY_NEXT', 'DATA_KEY_BEFORE'] as const)
    if (s[name] !== undefined && s[name].toLowerCase() === (s.DATA_KEY ?? DEVELOPMENT_KEY).toLowerCase())
      lines.push(`${name} must be another key than DATA_KEY`);
  return lines;
}

function isTwilioComplete(s: Settings): boolean {
  const sender = s.TWILIO_MESSAGING_SERVICE_SID ?? s.TWILIO_FROM;
  return Boolean(s.TWILIO_ACCOUNT_SID && s.TWILIO_AUTH_TOKEN && sender);
}

function unsafe(s: Settings): string[] {
  const lines: string[] = [];
  if (!s.PUBLIC_URL) lines.push('PUBLIC_URL is needed in production');
  else if (!s.PUBLIC_URL.startsWith('https://')) lines.push('PUBLIC_URL must start with https:// in production');
  lines.push(...weak('SESSION_SECRET', s.SESSION_SECRET, DEVELOPMENT_SECRET));
  lines.push(...weak('DATA_KEY', s.DATA_KEY?.toLowerCase(), DEVELOPMENT_KEY));
  // A gateway on this machine may be plain; anywhere else the keys and the numbers would travel in clear.
  for (const name of ['TWILIO_API_BASE_URL', 'NOTIFY_BASE_URL'] as const)
    if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/.test(s[name]))
      lines.push(`${name} must start with https:// in production, unless it is on this machine`);
  if (s.SMS_PROVIDER === 'outbox') lines.push('SMS_PROVIDER must not be outbox in production');
  if (s.EMAIL_PROVIDER === 'outbox') lines.push('EMAIL_PROVIDER must not be outbox in production');
  return lines;
}

function weak(name: string, value: string | undefined, developmentValue: string): string[] {
  if (!value) return [`${name} is needed in production`];
  if (value === developmentValue) return [`${name} must not be the one for development`];
  return new Set(value).size === 1 ? [`${name} must be random, not one character over and over`] : [];
}

/** What this process is: `--demo` on its command line, else `NODE_ENV`; anything unknown is development. */
export function modeOf(env: Record<string, string | undefined>, argv: readonly string[]): Mode {
  if (argv.includes('--demo')) return 'demo';
  if (env.NODE_ENV === 'production' || env.NODE_ENV === 'test') return env.NODE_ENV;
  return 'development';
}

/** The settings of this process. In development a `.env` file is read first; real variables win. */
export function loadConfig(): Config {
  const mode = modeOf(process.env, process.argv);
  if (mode === 'development') {
    try {
      process.loadEnvFile('.env');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return readConfig(process.env, mode);
}
