import { and, asc, eq, gt, inArray, isNotNull, sql, type InferSelectModel } from 'drizzle-orm';
import type { Channel } from '~/domain/messaging/channel';
import type { HoldScope } from '~/domain/messaging/hold';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type SendingHold = InferSelectModel<Tables['sendingHolds']>;

/** Everything that is stopped at present. */
export async function listHolds(q: Queryable): Promise<SendingHold[]> {
  const { sendingHolds } = q.tables;
  return runPrepared(q, 'holds', () =>
    q.select().from(sendingHolds).orderBy(asc(sendingHolds.since), asc(sendingHolds.scope)),
  );
}

/** @returns false when an operator had stopped it already. */
export async function insertPause(
  q: Queryable,
  pause: { scope: HoldScope; since: number; by: string },
): Promise<boolean> {
  const { sendingHolds } = q.tables;
  const made = await q
    .insert(sendingHolds)
    .values({ ...pause, reason: 'paused' })
    .onConflictDoNothing()
    .returning({ scope: sendingHolds.scope });
  return made.length > 0;
}

/** Takes away what operators have stopped in these scopes. @returns the scopes in which there was something. */
export async function deletePauses(q: Queryable, scopes: HoldScope[]): Promise<HoldScope[]> {
  const { sendingHolds } = q.tables;
  const gone = await q
    .delete(sendingHolds)
    .where(and(eq(sendingHolds.reason, 'paused'), inArray(sendingHolds.scope, scopes)))
    .returning({ scope: sendingHolds.scope });
  return gone.map(({ scope }) => scope);
}

/** Messages that were put off because their channel did not work are due again. */
export async function bringForward(q: Queryable, channels: Channel[], now: number): Promise<void> {
  const { messages } = q.tables;
  await q
    .update(messages)
    .set({ notBefore: now })
    .where(
      and(
        sql`status = 'planned'`,
        isNotNull(messages.channel),
        inArray(messages.channel, channels),
        gt(messages.notBefore, now),
      ),
    );
}
