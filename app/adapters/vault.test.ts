import { createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault } from './vault';

const vault = createVault({ dataKey: '5a'.repeat(32), sessionSecret: 'one' });
const other = createVault({ dataKey: '5b'.repeat(32), sessionSecret: 'two' });
const NUMBER = '+447700900123';

/** What HMAC-SHA-256 gives with a key of the first vault. */
function hmac(use: string, text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from('5a'.repeat(32), 'hex'), '', `waymark ${use}`, 32));
  return createHmac('sha256', key).update(text).digest();
}

/** A number in base 62, its last digit first. */
function base62(bytes: Buffer): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let text = '';
  for (let left = BigInt(`0x${bytes.toString('hex')}`); left > 0n; left /= 62n) text += digits[Number(left % 62n)];
  return text;
}

describe('the vault', () => {
  it('gives back what it sealed, and seals it differently each time', () => {
    const sealed = vault.seal(NUMBER);
    expect(vault.open(sealed)).toBe(NUMBER);
    expect(sealed).not.toContain('900123');
    expect(vault.seal(NUMBER)).not.toBe(sealed);
    expect(vault.open(vault.seal('Ŵyn ✓'))).toBe('Ŵyn ✓');
    // No nonce comes twice, also when the chance that was fetched is used up.
    const nonces = Array.from({ length: 1_000 }, () => vault.seal(NUMBER).slice(2, 18));
    expect(new Set(nonces).size).toBe(1_000);
  });

  it('opens nothing that was changed, or sealed with another key', () => {
    const sealed = vault.seal(NUMBER);
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    for (const place of [0, 13, 30]) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 1;
      expect(() => vault.open(`1.${changed.toString('base64url')}`)).toThrow();
    }
    expect(() => other.open(sealed)).toThrow();
    expect(() => vault.open(NUMBER)).toThrow('not a sealed value');
  });

  it('opens and recognises what another key made, while both are known, and makes nothing with it', () => {
    const both = createVault({ dataKey: '5b'.repeat(32), otherDataKeys: ['5a'.repeat(32)], sessionSecret: 'one' });
    const sealed = vault.seal(NUMBER);
    expect(both.open(sealed)).toBe(NUMBER);
    expect([both.isCurrent(sealed), both.isCurrent(both.seal(NUMBER)), both.isCurrent('1.')]).toEqual([false, true, false]); // prettier-ignore
    expect(other.open(both.seal(NUMBER))).toBe(NUMBER);
    expect(both.indexes(NUMBER)).toEqual([other.index(NUMBER), vault.index(NUMBER)]);
    expect(both.codeHashes('123456', 'salt')).toEqual([other.codeHash('123456', 'salt'), vault.codeHash('123456', 'salt')]); // prettier-ignore
    expect(both.feedTokens('aled', 1, 2)).toEqual([other.feedToken('aled', 1, 2), vault.feedToken('aled', 1, 2)]);
    expect(() => both.open('1.AAAA')).toThrow();
  });

  it('finds a value by its index, which says nothing without the key', () => {
    expect(vault.index(' Aled@Mail.Example ')).toBe(vault.index('aled@mail.example'));
    expect(vault.index(NUMBER)).not.toBe(vault.index('+447700900124'));
    expect(vault.index(NUMBER)).not.toBe(other.index(NUMBER));
  });

  it('makes the indexes and tokens that HMAC-SHA-256 and base 62 give: those that are stored or handed out stay good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (text, version) => {
        const plain = text.trim().toLowerCase();
        expect(vault.index(text)).toBe(hmac('index', plain).toString('base64url').slice(0, 32));
        expect(vault.linkToken(text, version)).toBe(base62(hmac('link', `${text} ${version}`)).slice(0, 17));
        expect(vault.offerToken(text)).toBe(base62(hmac('offer', text)).slice(0, 17));
      }),
    );
  });

  it('makes feed tokens of 256 bits, others for another version, instant, person or key', () => {
    const token = vault.feedToken('aled', 1, 1_000);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(vault.feedToken('aled', 1, 1_000)).toBe(token);
    const others = [
      vault.feedToken('aled', 2, 1_000),
      vault.feedToken('aled', 1, 1_001),
      vault.feedToken('nia', 1, 1_000),
    ];
    expect(new Set([token, ...others, other.feedToken('aled', 1, 1_000)]).size).toBe(5);
  });

  it('makes link tokens of at least 96 bits in base 62, one for each version', () => {
    const token = vault.linkToken('018f0000-0000-7000-8000-000000000000', 1);
    expect(token).toMatch(/^[0-9A-Za-z]{17}$/);
    expect(17 * Math.log2(62)).toBeGreaterThan(96);
    expect(vault.linkToken('018f0000-0000-7000-8000-000000000000', 2)).not.toBe(token);
    expect(other.linkToken('018f0000-0000-7000-8000-000000000000', 1)).not.toBe(token);
  });

  it('makes the tokens and the indexes that are in texts and rows already', () => {
    const id = '018f0000-0000-7000-8000-000000000000';
    expect([vault.linkToken(id, 1), vault.offerToken(id)]).toEqual(['BkM0snbu2LxgMLU4F', '5vyD9ksw8KBMWthl7']);
    expect(vault.index('aled@mail.example')).toBe('iJc4qpKywcNewfAzo-eGZJAmT-tWFruh');
  });

  it('never seals with the same nonce twice', () => {
    const nonces = Array.from({ length: 1_000 }, () => vault.seal(NUMBER).slice(2, 18));
    expect(new Set(nonces).size).toBe(1_000);
  });

  it('makes codes of six digits and hashes them by request, so that equal codes look different', () => {
    for (let n = 0; n < 100; n += 1) expect(vault.newCode()).toMatch(/^\d{6}$/);
    expect(vault.codeHash('123456', 'one')).not.toBe(vault.codeHash('123456', 'other'));
  });

  it('hashes a session by SESSION_SECRET, so that a new one signs everybody out', () => {
    const renewed = createVault({ dataKey: '5a'.repeat(32), sessionSecret: 'two' });
    expect(vault.sessionHash('cookie')).not.toBe(renewed.sessionHash('cookie'));
    expect(renewed.open(vault.seal(NUMBER))).toBe(NUMBER);
  });

  it('makes secrets of 256 bits', () => {
    expect(Buffer.from(vault.newSecret(), 'base64url')).toHaveLength(32);
    expect(vault.newSecret()).not.toBe(vault.newSecret());
  });
});
