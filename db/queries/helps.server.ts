import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type InferInsertModel,
  type InferSelectModel,
} from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type HelpRow = InferSelectModel<Tables['helps']>;

export async function insertHelp(q: Queryable, help: InferInsertModel<Tables['helps']>): Promise<void> {
  await q.insert(q.tables.helps).values(help);
}

/** The helps of a member of staff that go on, locked: one at a time is meant to. */
export async function lockOpenHelpsOf(q: Queryable, staffId: string): Promise<HelpRow[]> {
  const { helps } = q.tables;
  const open = and(eq(helps.staffId, staffId), isNull(helps.endedAt));
  return await forChange(q, q.select().from(helps).where(open).orderBy(asc(helps.id)));
}

/** The helps of a customer that go on, locked. */
export async function lockOpenHelpsFor(q: Queryable, customerId: string): Promise<HelpRow[]> {
  const { helps } = q.tables;
  const open = and(eq(helps.customerId, customerId), isNull(helps.endedAt));
  return await forChange(q, q.select().from(helps).where(open).orderBy(asc(helps.id)));
}

/** The help of a customer by a member of staff that goes on, or null. */
export async function findOpenHelp(q: Queryable, params: { customerId: string; staffId: string }) {
  const { helps } = q.tables;
  const [row] = await q
    .select()
    .from(helps)
    .where(and(eq(helps.customerId, params.customerId), eq(helps.staffId, params.staffId), isNull(helps.endedAt)))
    .orderBy(desc(helps.startedAt))
    .limit(1);
  return row ?? null;
}

/** True while somebody uses the portal for a customer: a help goes on, and its session was seen since `seenAfter` (ms). */
export async function isBeingHelped(q: Queryable, params: { customerId: string; seenAfter: number }): Promise<boolean> {
  const { helps, sessions } = q.tables;
  const going = () =>
    q
      .select({ id: helps.id, lastSeenAt: sessions.lastSeenAt })
      .from(helps)
      .innerJoin(sessions, eq(sessions.helpId, helps.id))
      .where(and(eq(helps.customerId, sql.placeholder('customerId')), isNull(helps.endedAt)));
  const rows = await runPrepared(q, 'being helped', going, { customerId: params.customerId });
  return rows.some(({ lastSeenAt }) => lastSeenAt > params.seenAfter);
}

export async function updateHelp(
  q: Queryable,
  id: string,
  change: Partial<Pick<HelpRow, 'endedAt' | 'endedBy' | 'readBackAt' | 'contactId'>>,
): Promise<void> {
  const { helps } = q.tables;
  await q.update(helps).set(change).where(eq(helps.id, id));
}

/** Ends the sessions of a help; what their cookies hold is worth nothing afterwards. */
export async function deleteHelpSessions(q: Queryable, helpId: string): Promise<void> {
  const { sessions } = q.tables;
  await q.delete(sessions).where(eq(sessions.helpId, helpId));
}

/**
 * The helps that go on although nobody uses them: their session is over, was not seen since `seenAfter`, or is gone.
 * @returns them with when they were last used (ms), if that is still known.
 */
export async function listUnusedHelps(q: Queryable, params: { now: number; seenAfter: number }) {
  const { helps, sessions } = q.tables;
  return await q
    .select({ help: helps, lastSeenAt: sessions.lastSeenAt })
    .from(helps)
    .leftJoin(sessions, eq(sessions.helpId, helps.id))
    .where(
      and(
        isNull(helps.endedAt),
        or(isNull(sessions.idHash), lt(sessions.endsAt, params.now + 1), lt(sessions.lastSeenAt, params.seenAfter + 1)),
      ),
    )
    .orderBy(asc(helps.startedAt))
    .limit(200);
}

/** What was done in these helps, in order. */
export async function listActsIn(q: Queryable, helpIds: readonly string[]) {
  if (helpIds.length === 0) return [];
  const { customerActs: acts } = q.tables;
  return await q
    .select()
    .from(acts)
    .where(inArray(acts.helpId, [...helpIds]))
    .orderBy(asc(acts.at), asc(acts.id));
}

/** The helps of a customer with who helped, the latest first. */
export async function listHelpsFor(q: Queryable, params: { customerId: string; limit: number }) {
  const { helps, staff } = q.tables;
  return await q
    .select({ help: helps, by: { firstName: staff.firstName, lastName: staff.lastName } })
    .from(helps)
    .innerJoin(staff, eq(staff.id, helps.staffId))
    .where(eq(helps.customerId, params.customerId))
    .orderBy(desc(helps.startedAt), desc(helps.id))
    .limit(params.limit);
}
