import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, max, or, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type MemberRow = InferSelectModel<Tables['staff']>;

/** Everybody of an office, those who have left among them, by last name. */
export async function listMembers(q: Queryable, officeId: string): Promise<MemberRow[]> {
  const { staff } = q.tables;
  return q.select().from(staff).where(eq(staff.officeId, officeId)).orderBy(asc(staff.lastName), asc(staff.firstName));
}

/** Somebody of an office, whether they work here still or have left. */
export async function findMember(
  q: Queryable,
  params: { id: string; officeId: string },
  { lock = false } = {},
): Promise<MemberRow | null> {
  const { staff } = q.tables;
  const select = q
    .select()
    .from(staff)
    .where(and(eq(staff.id, params.id), eq(staff.officeId, params.officeId)));
  const [row] = await (lock ? forUpdate(q, select) : select);
  return row ?? null;
}

/**
 * A member of an office and all who hold it together, locked in one order: the office's managers, and the administrators of
 * every office. Who works here and may sign in counts.
 */
export async function lockHolders(q: Queryable, { id, officeId }: { id: string; officeId: string }) {
  const { staff } = q.tables;
  const rows = await forUpdate(
    q,
    q
      .select()
      .from(staff)
      .where(
        or(
          eq(staff.id, id),
          and(eq(staff.role, 'manager'), eq(staff.officeId, officeId)),
          eq(staff.role, 'administrator'),
        ),
      )
      .orderBy(asc(staff.id)),
  );
  const others = rows.filter((row) => row.id !== id && row.active && row.passwordHash !== null);
  return {
    member: rows.find((row) => row.id === id && row.officeId === officeId) ?? null,
    others: {
      managers: others.filter(({ role, officeId: of }) => role === 'manager' && of === officeId).length,
      administrators: others.filter(({ role }) => role === 'administrator').length,
    },
  };
}

export async function updateMember(q: Queryable, id: string, change: Partial<MemberRow>): Promise<void> {
  await q.update(q.tables.staff).set(change).where(eq(q.tables.staff.id, id));
}

/** @returns false when somebody has that id already. */
export async function insertMember(q: Queryable, row: MemberRow): Promise<boolean> {
  const { staff } = q.tables;
  const made = await q.insert(staff).values(row).onConflictDoNothing({ target: staff.id }).returning({ id: staff.id });
  return made.length > 0;
}

/** Who was invited with the address of this hash, locked; whether it still works is for the caller to see. */
export async function findInvited(q: Queryable, invitationHash: string, { lock = false } = {}) {
  const { staff } = q.tables;
  const select = q
    .select()
    .from(staff)
    .where(and(eq(staff.invitationHash, invitationHash), eq(staff.active, true)));
  const [row] = await (lock ? forUpdate(q, select) : select);
  return row ?? null;
}

/** How many customers each adviser of an office has. */
export async function countCaseloads(q: Queryable, officeId: string): Promise<Map<string, number>> {
  const { customers, staff } = q.tables;
  const rows = await q
    .select({ id: staff.id, n: count() })
    .from(customers)
    .innerJoin(staff, eq(staff.id, customers.adviserId))
    .where(eq(staff.officeId, officeId))
    .groupBy(staff.id);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** When each of these signed in last (ms), by the audit trail. */
export async function listLastSignIns(q: Queryable, ids: string[]): Promise<Map<string, number>> {
  const { auditEntries } = q.tables;
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({ id: auditEntries.subjectId, at: max(auditEntries.at) })
    .from(auditEntries)
    .where(and(inArray(auditEntries.subjectId, ids), eq(auditEntries.action, 'staff.signed_in')))
    .groupBy(auditEntries.subjectId);
  return new Map(rows.flatMap(({ id, at }) => (id === null || at === null ? [] : [[id, Number(at)] as const])));
}

/** What hangs on a member of staff: `now` is an instant (ms), `today` a date of the office. */
export async function countTies(q: Queryable, params: { id: string; now: number; today: string }) {
  const { customers, appointments, groupSessions, covers, callList } = q.tables;
  const { id, now, today } = params;
  const number = async (rows: PromiseLike<{ n: number }[]>) => (await rows)[0]?.n ?? 0;
  const standing = and(isNull(covers.endedAt), gte(covers.untilOn, today));
  return {
    customers: await number(q.select({ n: count() }).from(customers).where(eq(customers.adviserId, id))),
    appointments: await number(
      q
        .select({ n: count() })
        .from(appointments)
        .where(
          and(
            eq(appointments.adviserId, id),
            eq(appointments.status, 'booked'),
            isNull(appointments.groupId),
            gt(appointments.startsAt, now),
          ),
        ),
    ),
    groups: await number(
      q
        .select({ n: count() })
        .from(groupSessions)
        .where(
          and(eq(groupSessions.adviserId, id), isNull(groupSessions.cancelledAt), gt(groupSessions.startsAt, now)),
        ),
    ),
    away: await number(q.select({ n: count() }).from(covers).where(and(eq(covers.adviserId, id), standing))), // prettier-ignore
    standsIn: await number(q.select({ n: count() }).from(covers).where(and(eq(covers.standInId, id), standing))), // prettier-ignore
    calls: await number(
      q
        .select({ n: count() })
        .from(callList)
        .where(and(eq(callList.ownerId, id), isNull(callList.doneAt))),
    ),
  };
}

/** Ends every session of a member of staff. */
export async function deleteStaffSessions(q: Queryable, staffId: string): Promise<void> {
  await q.delete(q.tables.sessions).where(eq(q.tables.sessions.staffId, staffId));
}

/** Ends the covers that somebody is in, on either side, now (ms). */
export async function endCoversOf(q: Queryable, params: { id: string; today: string; now: number }): Promise<void> {
  const { covers } = q.tables;
  await q
    .update(covers)
    .set({ endedAt: params.now })
    .where(
      and(
        or(eq(covers.adviserId, params.id), eq(covers.standInId, params.id)),
        isNull(covers.endedAt),
        gte(covers.untilOn, params.today),
      ),
    );
}

/** Hands somebody's open calls to another; null: to whoever of the office takes them. */
export async function handOpenCalls(q: Queryable, params: { from: string; to: string | null }): Promise<void> {
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ ownerId: params.to })
    .where(and(eq(callList.ownerId, params.from), isNull(callList.doneAt)));
}

/** A manager of an office who works here and may sign in, by last name; null when it has none. */
export async function findManager(q: Queryable, params: { officeId: string; exceptId: string }) {
  const { staff } = q.tables;
  const rows = await q
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.officeId, params.officeId),
        eq(staff.role, 'manager'),
        eq(staff.active, true),
        isNotNull(staff.passwordHash),
      ),
    )
    .orderBy(asc(staff.lastName), asc(staff.id));
  return rows.find(({ id }) => id !== params.exceptId) ?? null;
}

/** The address from which their calendar program reads their diary stops working. */
export async function deleteDiaryFeed(q: Queryable, staffId: string): Promise<void> {
  await q.delete(q.tables.diaryFeeds).where(eq(q.tables.diaryFeeds.staffId, staffId));
}
