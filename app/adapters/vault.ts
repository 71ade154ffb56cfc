import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  randomFillSync,
  randomInt,
} from 'node:crypto';

/**
 * Keeps personal values unreadable in the database, and makes the secrets that are handed out.
 * Keys are derived (HKDF-SHA-256) from DATA_KEY, and for sessions from SESSION_SECRET; neither enters the database.
 * While DATA_KEY is being changed there are others beside it: they open what they sealed and recognise what they hashed, and
 * nothing new is made with them. What gives several answers gives DATA_KEY's first. See docs/decisions/0047.
 */
export interface Vault {
  /** Encrypts with AES-256-GCM; the same text seals differently every time. */
  seal(plain: string): string;
  /** @throws when the text was not sealed with any of the keys, or was changed. */
  open(sealed: string): string;
  /** True when DATA_KEY itself opens it; else it takes another key, or is no sealed value. */
  isCurrent(sealed: string): boolean;
  /** Blind index: the same value gives the same hash, which says nothing without the key. */
  index(value: string): string;
  /** The index by each key. Only one of them is in use for a value: `indexInUse`. */
  indexes(value: string): [string, ...string[]];
  /** The token in an appointment's link: about 101 bits in base 62, the same for the same version. */
  linkToken(appointmentId: string, version: number): string;
  /** The token in the link of an offer of an earlier time: about 101 bits in base 62. */
  offerToken(offerId: string): string;
  /**
   * The token in the address of a calendar feed: 256 bits, the same for the same version made at the same instant (ms),
   * so that the address can be shown again although only its hash is stored.
   */
  feedToken(customerId: string, version: number, madeAt: number): string;
  /** The token by each key: only the one whose hash is stored leads anywhere. */
  feedTokens(customerId: string, version: number, madeAt: number): string[];
  /** A keyed hash for short secrets such as a 6-digit code, which a plain hash would not hide. */
  codeHash(code: string, salt: string): string;
  /** The hash by each key: the code may have been made before DATA_KEY was changed. */
  codeHashes(code: string, salt: string): string[];
  /** A new secret of 256 random bits, for cookies and one-use addresses. */
  newSecret(): string;
  /** A keyed hash of a session's cookie: a new SESSION_SECRET signs everybody out. */
  sessionHash(cookie: string): string;
  /** SHA-256, base64url: for secrets that are long and random, so that the database holds only the hash. */
  hashSecret(secret: string): string;
  /** SHA-256 in hexadecimal, without a key, so that anyone can check it: for the links of the audit trail. */
  digest(text: string): string;
  /** Six random digits, "042917". */
  newCode(): string;
  /** So many words of a list, each drawn anew. */
  newWords(list: readonly string[], count: number): string[];
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TOKEN_LENGTH = 17;

/** What is made with a DATA_KEY: a key for each use. */
function deriveFrom(dataKey: string) {
  const root = Buffer.from(dataKey, 'hex');
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `waymark ${use}`, 32)));
  const sealKey = derive('seal');
  const indexKey = derive('index');
  const linkKey = derive('link');
  const offerKey = derive('offer');
  const feedKey = derive('calendar feed');
  const codeKey = derive('code');
  const newNonce = nonces();
  return {
    seal(plain: string) {
      const nonce = newNonce();
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = cipher.update(plain, 'utf8');
      const end = cipher.final();
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body, end]).toString('base64url')}`;
    },
    open(bytes: Buffer) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    index: (value: string) =>
      createHmac('sha256', indexKey).update(value.trim().toLowerCase()).digest('base64url').slice(0, 32),
    linkToken(appointmentId: string, version: number) {
      const digest = createHmac('sha256', linkKey).update(`${appointmentId} ${version}`).digest();
      return tokenOf(digest);
    },
    offerToken: (offerId: string) => tokenOf(createHmac('sha256', offerKey).update(offerId).digest()),
    feedToken: (customerId: string, version: number, madeAt: number) =>
      createHmac('sha256', feedKey).update(`${customerId} ${version} ${madeAt}`).digest('base64url'),
    codeHash: (code: string, salt: string) =>
      createHmac('sha256', codeKey).update(`${salt} ${code}`).digest('base64url'),
  };
}

/**
 * @param keys `dataKey`: 64 hexadecimal digits; `otherDataKeys`: those that are known beside it while it is being changed;
 *   `sessionSecret`: any long text.
 */
export function createVault(keys: {
  dataKey: string;
  otherDataKeys?: readonly string[];
  sessionSecret: string;
}): Vault {
  const own = deriveFrom(keys.dataKey);
  const others = (keys.otherDataKeys ?? []).map(deriveFrom);
  const sessionKey = createSecretKey(Buffer.from(hkdfSync('sha256', keys.sessionSecret, '', 'waymark session', 32)));
  return {
    ...own,
    open(sealed) {
      if (!sealed.startsWith('1.')) throw new Error('not a sealed value');
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      const opener = others.length === 0 ? own : ([own, ...others].find((key) => opens(key, bytes) !== null) ?? own);
      return opener.open(bytes);
    },
    isCurrent: (sealed) => sealed.startsWith('1.') && opens(own, Buffer.from(sealed.slice(2), 'base64url')) !== null,
    indexes: (value) => [own.index(value), ...others.map((key) => key.index(value))],
    feedTokens: (...feed) => [own, ...others].map((key) => key.feedToken(...feed)),
    codeHashes: (code, salt) => [own, ...others].map((key) => key.codeHash(code, salt)),
    sessionHash: (cookie) => createHmac('sha256', sessionKey).update(cookie).digest('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    hashSecret: (secret) => hash('sha256', secret, 'base64url'),
    digest: (text) => hash('sha256', text, 'hex'),
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    newWords: (list, count) => Array.from({ length: count }, () => list[randomInt(list.length)]!),
  };
}

function opens(key: { open(bytes: Buffer): string }, bytes: Buffer): string | null {
  try {
    return key.open(bytes);
  } catch {
    return null;
  }
}

/** Random nonces of 12 bytes, each given out once; asking the system for each costs more than sealing with it. */
function nonces(): () => Buffer {
  const drawn = Buffer.alloc(12 * 256);
  let next = drawn.length;
  return () => {
    if (next === drawn.length) {
      randomFillSync(drawn);
      next = 0;
    }
    return drawn.subarray(next, (next += 12));
  };
}

const LOW_DIGITS = 8;
const LOW = 62n ** BigInt(LOW_DIGITS);
const ALL = 62n ** BigInt(TOKEN_LENGTH);

/** The last 17 digits of a number in base 62, the last first. Large numbers are divided three times, not for each digit. */
function tokenOf(bytes: Buffer): string {
  const number = BigInt(`0x${bytes.toString('hex')}`) % ALL;
  const high = number / LOW;
  return (
    digitsOf(Number(number % LOW), LOW_DIGITS) +
    digitsOf(Number(high % LOW), LOW_DIGITS) +
    digitsOf(Number(high / LOW), TOKEN_LENGTH - 2 * LOW_DIGITS)
  );
}

function digitsOf(number: number, count: number): string {
  let text = '';
  for (let n = 0, rest = number; n < count; n += 1, rest = Math.floor(rest / 62)) text += BASE62[rest % 62];
  return text;
}
