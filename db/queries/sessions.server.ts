import { and, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { SessionKind } from '~/domain/access/role';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

export interface NewSession {
  idHash: string;
  kind: SessionKind;
  customerId: string | null;
  staffId: string | null;
  /** The shared computer that it is bound to, and the help that it is part of. */
  kioskId: string | null;
  helpId: string | null;
  createdAt: number;
  endsAt: number;
}

/** Starts a session; `createdAt` is also when it was last seen. */
export async function insertSession(q: Queryable, session: NewSession): Promise<void> {
  await q.insert(q.tables.sessions).values({ ...session, lastSeenAt: session.createdAt });
}

/** The session with this hashed id together with the person it belongs to and the help it is part of, alive or not. */
export async function findSession(q: Queryable, idHash: string) {
  const { sessions, customers, staff, helps } = q.tables;
  const wanted = () =>
    q
      .select({ session: sessions, customer: customers, member: staff, help: helps })
      .from(sessions)
      .leftJoin(customers, eq(customers.id, sessions.customerId))
      .leftJoin(staff, and(eq(staff.id, sessions.staffId), eq(staff.active, true)))
      .leftJoin(helps, eq(helps.id, sessions.helpId))
      .where(eq(sessions.idHash, sql.placeholder('idHash')));
  const [row] = await runPrepared(q, 'session', wanted, { idHash });
  return row ?? null;
}

export async function touchSession(q: Queryable, idHash: string, now: number): Promise<void> {
  const { sessions } = q.tables;
  await q.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.idHash, idHash));
}

export async function deleteSession(q: Queryable, idHash: string): Promise<void> {
  const { sessions } = q.tables;
  await q.delete(sessions).where(eq(sessions.idHash, idHash));
}

/** Ends a customer's other sessions. @returns how many of them could still have been used at `now`, at the most. */
export async function deleteOtherSessions(
  q: Queryable,
  params: { customerId: string; keptHash: string; now: number },
): Promise<number> {
  const { sessions } = q.tables;
  const ended = await q
    .delete(sessions)
    .where(and(eq(sessions.customerId, params.customerId), ne(sessions.idHash, params.keptHash)))
    .returning({ endsAt: sessions.endsAt });
  return ended.filter(({ endsAt }) => endsAt > params.now).length;
}

/** How many other sessions of a customer may still be in use at `now`: seen since `seenAfter`, and not over. */
export async function countOtherSessions(
  q: Queryable,
  params: { customerId: string; keptHash: string; now: number; seenAfter: number },
): Promise<number> {
  const { sessions } = q.tables;
  const rows = await q
    .select({ idHash: sessions.idHash })
    .from(sessions)
    .where(
      and(
        eq(sessions.customerId, params.customerId),
        ne(sessions.idHash, params.keptHash),
        gt(sessions.endsAt, params.now),
        gt(sessions.lastSeenAt, params.seenAfter),
      ),
    );
  return rows.length;
}

/** Forgets sessions that ended before `now`. */
export async function deleteEndedSessions(q: Queryable, now: number): Promise<void> {
  const { sessions } = q.tables;
  await q.delete(sessions).where(lt(sessions.endsAt, now));
}
