import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  randomFillSync,
  randomInt,
} from 'node:crypto';

/**
 * Keeps personal values unreadable in the database, and makes the secrets that are handed out.
 * Keys are derived (HKDF-SHA-256) from DATA_KEY, and for sessions from SESSION_SECRET; neither enters the database.
 */
export interface Vault {
  /** Encrypts with AES-256-GCM; the same text seals differently every time. */
  seal(plain: string): string;
  /** @throws when the text was not sealed with this key, or was changed. */
  open(sealed: string): string;
  /** Blind index: the same value gives the same hash, which says nothing without the key. */
  index(value: string): string;
  /** The token in an appointment's link: about 101 bits in base 62, the same for the same version. */
  linkToken(appointmentId: string, version: number): string;
  /** The token in the link of an offer of an earlier time: about 101 bits in base 62. */
  offerToken(offerId: string): string;
  /**
   * The token in the address of a calendar feed: 256 bits, the same for the same version made at the same instant (ms),
   * so that the address can be shown again although only its hash is stored.
   */
  feedToken(customerId: string, version: number, madeAt: number): string;
  /** A keyed hash for short secrets such as a 6-digit code, which a plain hash would not hide. */
  codeHash(code: string, salt: string): string;
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

/** @param keys `dataKey`: 64 hexadecimal digits; `sessionSecret`: any long text. */
export function createVault({ dataKey, sessionSecret }: { dataKey: string; sessionSecret: string }): Vault {
  const root = Buffer.from(dataKey, 'hex');
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `waymark ${use}`, 32)));
  const sealKey = derive('seal');
  const indexKey = derive('index');
  const linkKey = derive('link');
  const offerKey = derive('offer');
  const feedKey = derive('calendar feed');
  const codeKey = derive('code');
  const sessionKey = createSecretKey(Buffer.from(hkdfSync('sha256', sessionSecret, '', 'waymark session', 32)));
  const newNonce = nonces();
  return {
    seal(plain) {
      const nonce = newNonce();
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed) {
      if (!sealed.startsWith('1.')) throw new Error('not a sealed value');
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    index: (value) =>
      createHmac('sha256', indexKey).update(value.trim().toLowerCase()).digest('base64url').slice(0, 32),
    linkToken(appointmentId, version) {
      const digest = createHmac('sha256', linkKey).update(`${appointmentId} ${version}`).digest();
      return tokenOf(digest);
    },
    offerToken: (offerId) => tokenOf(createHmac('sha256', offerKey).update(offerId).digest()),
    feedToken: (customerId, version, madeAt) =>
      createHmac('sha256', feedKey).update(`${customerId} ${version} ${madeAt}`).digest('base64url'),
    codeHash: (code, salt) => createHmac('sha256', codeKey).update(`${salt} ${code}`).digest('base64url'),
    sessionHash: (cookie) => createHmac('sha256', sessionKey).update(cookie).digest('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    hashSecret: (secret) => createHash('sha256').update(secret).digest('base64url'),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    newWords: (list, count) => Array.from({ length: count }, () => list[randomInt(list.length)]!),
  };
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
