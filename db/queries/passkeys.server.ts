import { and, asc, eq, gt, lt, sql, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type PasskeyRow = InferSelectModel<Tables['passkeys']>;
export type PasskeyChallengeRow = InferSelectModel<Tables['passkeyChallenges']>;

export async function listPasskeys(q: Queryable, customerId: string): Promise<PasskeyRow[]> {
  const { passkeys } = q.tables;
  return q.select().from(passkeys).where(eq(passkeys.customerId, customerId)).orderBy(asc(passkeys.createdAt));
}

/** A passkey by its id, locked until the transaction ends. */
export async function lockPasskey(q: Queryable, id: string): Promise<PasskeyRow | null> {
  const { passkeys } = q.tables;
  const [row] = await forUpdate(q, q.select().from(passkeys).where(eq(passkeys.id, id)));
  return row ?? null;
}

/** @returns false when there is one with that id already. */
export async function insertPasskey(q: Queryable, row: Omit<PasskeyRow, 'lastUsedAt'>): Promise<boolean> {
  const { passkeys } = q.tables;
  const added = await q.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id });
  return added.length > 0;
}

export async function notePasskeyUse(
  q: Queryable,
  params: { id: string; counter: number; now: number },
): Promise<void> {
  const { passkeys } = q.tables;
  const { id, counter, now } = params;
  await q.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.id, id));
}

/** @returns false when this customer has no such passkey. */
export async function renamePasskey(
  q: Queryable,
  params: { id: string; customerId: string; name: string },
): Promise<boolean> {
  const { passkeys } = q.tables;
  const renamed = await q
    .update(passkeys)
    .set({ name: params.name })
    .where(and(eq(passkeys.id, params.id), eq(passkeys.customerId, params.customerId)))
    .returning({ id: passkeys.id });
  return renamed.length > 0;
}

/** @returns false when this customer has no such passkey. */
export async function deletePasskey(q: Queryable, params: { id: string; customerId: string }): Promise<boolean> {
  const { passkeys } = q.tables;
  const gone = await q
    .delete(passkeys)
    .where(and(eq(passkeys.id, params.id), eq(passkeys.customerId, params.customerId)))
    .returning({ id: passkeys.id });
  return gone.length > 0;
}

/** Keeps what a browser has to sign; what it was asked before counts no more. */
export async function putPasskeyChallenge(q: Queryable, row: PasskeyChallengeRow): Promise<void> {
  const { passkeyChallenges } = q.tables;
  const { browserHash: _browserHash, ...change } = row;
  await q
    .insert(passkeyChallenges)
    .values(row)
    .onConflictDoUpdate({ target: passkeyChallenges.browserHash, set: change });
}

/** Uses a browser's challenge up. @returns null when there is none, or it has run out: one statement decides. */
export async function takePasskeyChallenge(
  q: Queryable,
  params: { browserHash: string; customerId: string | null; now: number },
): Promise<string | null> {
  const { passkeyChallenges } = q.tables;
  const { browserHash, customerId, now } = params;
  const [taken] = await q
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.browserHash, browserHash),
        gt(passkeyChallenges.expiresAt, now),
        customerId === null
          ? sql`${passkeyChallenges.customerId} is null`
          : eq(passkeyChallenges.customerId, customerId),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge });
  return taken?.challenge ?? null;
}

/** Forgets challenges that ran out before `now`. */
export async function deleteExpiredChallenges(q: Queryable, now: number): Promise<void> {
  const { passkeyChallenges } = q.tables;
  await q.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now));
}
