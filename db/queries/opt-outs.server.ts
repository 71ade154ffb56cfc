import { and, eq, isNull, type InferInsertModel } from 'drizzle-orm';
import type { Channel } from '~/domain/messaging/channel';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

/** Records that a number or address wants nothing more on a channel; saying so again renews it. */
export async function upsertOptOut(
  q: Queryable,
  optOut: Omit<InferInsertModel<Tables['optOuts']>, 'liftedAt'>,
): Promise<void> {
  const { optOuts } = q.tables;
  await q
    .insert(optOuts)
    .values({ ...optOut, liftedAt: null })
    .onConflictDoUpdate({
      target: [optOuts.channel, optOuts.valueIndex],
      set: { since: optOut.since, source: optOut.source, liftedAt: null },
    });
}

/** The person wants messages again. Nothing happens when they never refused. */
export async function liftOptOut(q: Queryable, channel: Channel, valueIndex: string, now: number): Promise<void> {
  const { optOuts } = q.tables;
  await q
    .update(optOuts)
    .set({ liftedAt: now })
    .where(and(eq(optOuts.channel, channel), eq(optOuts.valueIndex, valueIndex), isNull(optOuts.liftedAt)));
}

/** The refusals in force for these numbers and addresses. */
export async function listOptOuts(
  q: Queryable,
  valueIndexes: string[],
): Promise<{ channel: Channel; valueIndex: string; source: 'reply' | 'preference' | 'provider' }[]> {
  if (valueIndexes.length === 0) return [];
  const { optOuts } = q.tables;
  const inForce = () =>
    q
      .select({ channel: optOuts.channel, valueIndex: optOuts.valueIndex, source: optOuts.source })
      .from(optOuts)
      .where(and(isOneOfNamed(q, optOuts.valueIndex, 'values'), isNull(optOuts.liftedAt)));
  return runPrepared(q, 'opt-outs', inForce, { values: asOneValue(q, valueIndexes) });
}
