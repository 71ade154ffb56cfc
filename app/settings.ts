import * as v from 'valibot';

const port = v.pipe(
  v.string(),
  v.regex(/^\d+$/, 'must be a whole number'),
  v.transform(Number),
  v.maxValue(65_535, 'must be at most 65535'),
);
const dataKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)'));
const positive = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?$/, 'must be a number'),
  v.transform(Number),
  v.minValue(0.01, 'must be more than nothing'),
);
const url = v.pipe(
  v.string(),
  v.check((text) => /^https?:$/.test(protocolOf(text)), 'must be a web address, such as https://waymark.example'),
);
/** Links are made by putting a path behind it, so it has none itself. */
const site = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:\/\/[^/?#@]+\/?$/.test(text) && protocolOf(text) !== '',
    'must be a web address without a path, such as https://waymark.example',
  ),
);

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

/** The drivers would say so as well, and repeat the whole address, password and all. */
const UNREADABLE = 'cannot be read as an address; in a password, / ? # and @ are written %2F %3F %23 and %40';

/** `name-service-secret`, as Notify shows a key the one time that it does. */
const NOTIFY_KEY = /^.+(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$/;

const NO_INSTANT = 'must be a date, a time and a zone, such as 2026-12-01T08:00Z';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting by its name: how it is read, what is wrong with it, and what it is when it is not given. */
export const settings = v.object({
  PORT: v.optional(port, '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PUBLIC_URL: v.optional(site),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://'),
      v.check((text) => text.startsWith('file:') || URL.canParse(text), UNREADABLE),
    ),
    'file:./data/portal.db',
  ),
  DATABASE_REPLICA_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
      v.check((text) => URL.canParse(text), UNREADABLE),
    ),
  ),
  DATABASE_POOL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a whole number'),
      v.transform(Number),
      v.minValue(3, 'must be at least 3'),
      v.maxValue(200, 'must be at most 200'),
    ),
    '10',
  ),
  SESSION_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'must be at least 32 characters'))),
  DATA_KEY: v.optional(dataKey),
  DATA_KEY_NEXT: v.optional(dataKey),
  DATA_KEY_BEFORE: v.optional(dataKey),
  SMS_PROVIDER: v.optional(v.picklist(['outbox', 'twilio', 'notify'], 'must be outbox, twilio or notify'), 'outbox'),
  TWILIO_ACCOUNT_SID: v.optional(v.pipe(v.string(), v.regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 digits'))),
  TWILIO_AUTH_TOKEN: v.optional(v.string()),
  TWILIO_MESSAGING_SERVICE_SID: v.optional(
    v.pipe(v.string(), v.regex(/^MG[0-9a-f]{32}$/i, 'must be MG and 32 digits')),
  ),
  TWILIO_FROM: v.optional(v.string()),
  TWILIO_API_BASE_URL: v.optional(url, 'https://api.twilio.com'),
  TWILIO_MPS: v.optional(positive, '10'),
  EMAIL_PROVIDER: v.optional(v.picklist(['outbox', 'smtp', 'notify'], 'must be outbox, smtp or notify'), 'outbox'),
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://'),
      v.check((text) => URL.canParse(text), UNREADABLE),
    ),
  ),
  MAIL_FROM: v.optional(v.string(), 'Waymark <no-reply@waymark.example>'),
  LETTER_PROVIDER: v.optional(v.picklist(['print', 'notify'], 'must be print or notify'), 'print'),
  NOTIFY_API_KEY: v.optional(v.pipe(v.string(), v.regex(NOTIFY_KEY, 'must be the whole key: its name and two ids'))),
  NOTIFY_BASE_URL: v.optional(url, 'https://api.notifications.service.gov.uk'),
  NOTIFY_CALLBACK_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must be at least 16 characters'))),
  MESSAGES_KEPT_MONTHS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a whole number of months'),
      v.transform(Number),
      v.minValue(3, 'must be at least 3'),
      v.maxValue(120, 'must be at most 120'),
    ),
    '13',
  ),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`), 'info'),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must be at least 16 characters'))),
  CLOSED_UNTIL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/, NO_INSTANT),
      v.check((text) => !Number.isNaN(Date.parse(text)), NO_INSTANT),
    ),
  ),
  TRUST_PROXY: v.optional(
    v.pipe(v.string(), v.regex(/^(\d+|loopback|uniquelocal)$/, 'must be a number of proxies, loopback or uniquelocal')),
    '0',
  ),
});

export type Settings = v.InferOutput<typeof settings>;
