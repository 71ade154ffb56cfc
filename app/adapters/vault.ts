import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
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
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', root, '', `waymark ${use}`, 32));
  const sealKey = derive('seal');
  const newNonce = nonces();
  const indexKey = derive('index');
  const linkKey = derive('link');
  const offerKey = derive('offer');
  const feedKey = derive('calendar feed');
  const codeKey = derive('code');
  const sessionKey = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'waymark session', 32));
  return {
    seal(plain) {
      const nonce = newNonce();
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = cipher.update(plain, 'utf8');
      const end = cipher.final();
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body, end]).toString('base64url')}`;
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
    linkToken: (appointmentId, version) =>
      token(createHmac('sha256', linkKey).update(`${appointmentId} ${version}`).digest()),
    offerToken: (offerId) => token(createHmac('sha256', offerKey).update(offerId).digest()),
    feedToken: (customerId, version, madeAt) =>
      createHmac('sha256', feedKey).update(`${customerId} ${version} ${madeAt}`).digest('base64url'),
    codeHash: (code, salt) => createHmac('sha256', codeKey).update(`${salt} ${code}`).digest('base64url'),
    sessionHash: (cookie) => createHmac('sha256', sessionKey).update(cookie).digest('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    hashSecret: (secret) => hash('sha256', secret, 'base64url'),
    digest: (text) => hash('sha256', text, 'hex'),
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    newWords: (list, count) => Array.from({ length: count }, () => list[randomInt(list.length)]!),
  };
}

const NONCE = 12;

/** Each is given out once. The source of chance is asked for many at a time: asking takes longer than sealing does. */
function nonces(): () => Buffer {
  const pool = Buffer.alloc(NONCE * 256);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    return pool.subarray(at, (at += NONCE));
  };
}

const EIGHT_DIGITS = 62n ** 8n;

/** The last 17 digits of a number in base 62, the last one first: eight at a time fit in a plain number. */
function token(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  while (text.length < TOKEN_LENGTH) {
    let eight = Number(number % EIGHT_DIGITS);
    number /= EIGHT_DIGITS;
    for (let digit = 0; digit < 8; digit += 1) {
      text += BASE62[eight % 62];
      eight = Math.floor(eight / 62);
    }
  }
  return text.slice(0, TOKEN_LENGTH);
}
