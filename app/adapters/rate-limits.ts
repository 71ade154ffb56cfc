import type { Db } from '@db/client.server';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Vault } from './vault';

/** What is limited, how often, and over how many seconds. One page, so that all limits can be read together. */
export const LIMITS = {
  /** Codes sent to one number or address (security.md: 3 an hour). */
  codes_per_contact: { points: 3, duration: 3600 },
  /** Codes asked for from one network address; a jobcentre shares one. */
  codes_per_address: { points: 60, duration: 3600 },
  /** New numbers and addresses of one customer: each sends a code, or tells the old one. */
  contact_changes_per_customer: { points: 10, duration: 3600 },
  code_tries_per_address: { points: 120, duration: 900 },
  password_per_contact: { points: 10, duration: 900 },
  password_per_address: { points: 100, duration: 900 },
  passkey_per_address: { points: 100, duration: 900 },
  /** Words of a printed card from one address. Few people at a jobcentre's computers have one. */
  card_per_address: { points: 10, duration: 900 },
  /** Words of printed cards from everywhere together: so many addresses guess no better than a few (decision 0019). */
  card_everywhere: { points: 300, duration: 3600 },
  staff_sign_in_per_account: { points: 10, duration: 900 },
  staff_sign_in_per_address: { points: 100, duration: 900 },
  /** Codes that make a computer a shared one; eight digits, for a quarter of an hour. */
  kiosk_codes_per_address: { points: 10, duration: 900 },
  kiosk_codes_everywhere: { points: 100, duration: 3600 },
  /** Numbers with which a shared computer is opened. */
  kiosk_pins_per_device: { points: 5, duration: 900 },
  link_per_token: { points: 60, duration: 300 },
  link_per_address: { points: 600, duration: 300 },
  /** Links that lead nowhere, from one address: guessing. */
  wrong_links_per_address: { points: 60, duration: 900 },
  /** A calendar program reads its feed every few minutes at most; people have several devices. */
  calendar_feed_per_token: { points: 120, duration: 3600 },
  calendar_feed_per_address: { points: 1200, duration: 3600 },
} as const;
export type LimitName = keyof typeof LIMITS;

/** Counts uses of a thing and says when it has been used too often. */
export interface RateLimits {
  /** Counts one use of `key`. @returns how many seconds to wait when the limit is passed, else null. */
  use(name: LimitName, key: string): Promise<number | null>;
}

/**
 * PostgreSQL counts for every portal together; SQLite means one portal, which counts in memory. So does each while a replica is read.
 * What is counted by is kept as a keyed hash: a table of limits must not be a list of who was here.
 */
export function createRateLimits(db: Db, vault: Pick<Vault, 'codeHash'>): RateLimits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiter = (name: LimitName) => {
    const shared = db.pool && !db.isReadOnly?.();
    const key = `${name} ${shared ? 'shared' : 'own'}`;
    let found = limiters.get(key);
    if (!found) {
      const options = { keyPrefix: name, ...LIMITS[name] };
      found = shared
        ? new RateLimiterPostgres({
            ...{ ...options, storeClient: db.pool, tableName: 'rate_limits', tableCreated: true },
            // What can be looked at without the primary is not kept from anybody because nobody can count for all.
            insuranceLimiter: db.isReadOnly ? new RateLimiterMemory(options) : undefined,
          })
        : new RateLimiterMemory(options);
      limiters.set(key, found);
    }
    return found;
  };
  return {
    async use(name, key) {
      try {
        await limiter(name).consume(vault.codeHash(key, `limit ${name}`));
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
  };
}
