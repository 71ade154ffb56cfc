import type { Deps } from './deps';

/**
 * The token in the address of a calendar feed: derived again, by whichever key it was made with, because only its hash is stored.
 * @param owner whose feed it is, as it was made for.
 * @returns null when that key is no longer known: the address goes on working, and can be replaced, but not shown again.
 */
export function tokenBehind(
  { vault }: Pick<Deps, 'vault'>,
  owner: string,
  feed: { version: number; createdAt: number; tokenHash: string },
): string | null {
  const tokens = vault.feedTokens(owner, feed.version, feed.createdAt);
  return tokens.find((token) => vault.hashSecret(token) === feed.tokenHash) ?? null;
}
