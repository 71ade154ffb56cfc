import { and, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { HOUR } from '~/domain/clock';
import type { Queryable } from '../client.server';

/** Most of the calls of earlier days have been made; those about the appointments in `keep` are still to do. */
export async function makeOldCalls(q: Queryable, params: { before: number; keep: string[] }): Promise<void> {
  const { callList } = q.tables;
  const old = await q
    .select({ id: callList.id })
    .from(callList)
    .where(
      and(
        isNull(callList.doneAt),
        lt(callList.createdAt, params.before),
        or(isNull(callList.appointmentId), notInArray(callList.appointmentId, params.keep)),
      ),
    )
    .orderBy(callList.createdAt, callList.id);
  const outcomes = ['spoke', 'spoke', 'left_word', 'no_answer'] as const;
  for (const [i, outcome] of outcomes.entries()) {
    // One in ten is still waiting.
    const ids = old.filter((_, at) => at % 10 !== 9 && at % outcomes.length === i).map((call) => call.id);
    if (ids.length === 0) continue;
    await q
      .update(callList)
      .set({ doneAt: sql`${callList.createdAt} + ${HOUR}`, doneBy: sql`${callList.ownerId}`, outcome })
      .where(inArray(callList.id, ids));
  }
}
