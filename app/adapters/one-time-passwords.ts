import { Secret, TOTP } from 'otpauth';

/** Codes from an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). */
export interface OneTimePasswords {
  newSecret(): string;
  /** The code that an app shows at `now` (ms). */
  codeAt(secret: string, now: number): string;
  /**
   * Checks a code, allowing one step of clock drift either way.
   * @returns the 30-second step it belongs to, which must be later than the last one used; null when wrong.
   */
  stepOf(secret: string, code: string, now: number): number | null;
  /** The `otpauth://` address for a QR code. */
  address(secret: string, account: string): string;
}

const PERIOD_SECONDS = 30;

function totp(secret: string, label = '') {
  return new TOTP({ issuer: 'Waymark', label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS });
}

export function createOneTimePasswords(): OneTimePasswords {
  return {
    newSecret: () => new Secret({ size: 20 }).base32,
    codeAt: (secret, now) => totp(secret).generate({ timestamp: now }),
    stepOf(secret, code, now) {
      // The package throws at six letters that take more than six bytes.
      if (!/^[0-9]{6}$/.test(code)) return null;
      const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
      return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
    },
    address: (secret, account) => totp(secret, account).toString(),
  };
}
