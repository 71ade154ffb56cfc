import argon2 from 'argon2';

/** Argon2id at the floor of OWASP's password storage advice: 19 MiB, two passes, one lane. */
const SETTINGS = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
/** In this process: it keeps a portal from choking on hashes. How often somebody may try, all portals count together (rate-limits.ts). */
const AT_ONCE = 4;

/** Hashes and checks passwords. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** The same for a visitor. @returns null when four are already running: answer 429. */
  hashIfFree(password: string): Promise<string | null>;
  /**
   * Checks against the stored hash; with null (nobody has that name) it works as long and says no.
   * @returns `busy` when four checks are already running: answer 429.
   */
  verify(hash: string | null, password: string): Promise<'right' | 'wrong' | 'busy'>;
}

export function createPasswordHasher(): PasswordHasher {
  let running = 0;
  let nobody: Promise<string> | null = null;
  return {
    hash: (password) => argon2.hash(password, SETTINGS),
    async hashIfFree(password) {
      if (running >= AT_ONCE) return null;
      running += 1;
      try {
        return await argon2.hash(password, SETTINGS);
      } finally {
        running -= 1;
      }
    },
    async verify(hash, password) {
      if (running >= AT_ONCE) return 'busy';
      running += 1;
      try {
        nobody ??= argon2.hash('nobody has this password', SETTINGS);
        const matches = await argon2.verify(hash ?? (await nobody), password);
        return matches && hash !== null ? 'right' : 'wrong';
      } finally {
        running -= 1;
      }
    },
  };
}
