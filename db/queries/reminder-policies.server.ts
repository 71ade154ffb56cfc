import { and, asc, desc, eq, gt, gte, lte, sql, type InferSelectModel } from 'drizzle-orm';
import { policyName } from '~/domain/reminder/policy-in-force';
import type { PolicyRules } from '~/domain/reminder/policy';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { forUpdate } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type PolicyRow = InferSelectModel<Tables['reminderPolicies']>;

/** Versions that have begun, of these offices, each with the name that reminders know it by. */
export async function listBegunPolicies(q: Queryable, officeIds: string[], now: number) {
  return listNamed(q, officeIds, now);
}

/** The rules of every version of these offices, by the name that reminders know them by. */
export async function listPolicyRules(q: Queryable, officeIds: string[]): Promise<Map<string, PolicyRules>> {
  return new Map((await listNamed(q, officeIds, null)).map(({ name, rules }) => [name, rules]));
}

async function listNamed(q: Queryable, officeIds: string[], begunBy: number | null) {
  if (officeIds.length === 0) return [];
  const { offices, reminderPolicies } = q.tables;
  const named = () =>
    q
      .select({ policy: reminderPolicies, officeRef: offices.ref })
      .from(reminderPolicies)
      .innerJoin(offices, eq(offices.id, reminderPolicies.officeId))
      .where(
        and(
          isOneOfNamed(q, reminderPolicies.officeId, 'ids'),
          begunBy === null ? undefined : lte(reminderPolicies.effectiveFrom, sql.placeholder('begunBy')),
        ),
      );
  const name = begunBy === null ? 'policies' : 'policies begun';
  const rows = await runPrepared(q, name, named, { ids: asOneValue(q, officeIds), begunBy });
  return rows.map(({ policy, officeRef }) => ({ ...policy, name: policyName(officeRef, policy) }));
}

/** Every version of an office, the newest of each kind first, with the name of who made it. */
export async function listOfficePolicies(q: Queryable, officeId: string) {
  const { reminderPolicies, staff } = q.tables;
  return q
    .select({ policy: reminderPolicies, firstName: staff.firstName, lastName: staff.lastName })
    .from(reminderPolicies)
    .leftJoin(staff, eq(staff.id, reminderPolicies.createdBy))
    .where(eq(reminderPolicies.officeId, officeId))
    .orderBy(asc(reminderPolicies.kind), desc(reminderPolicies.version));
}

/** The kinds of the appointments that an office has from an instant (ms) on. */
export async function listKindsSince(q: Queryable, officeId: string, since: number): Promise<string[]> {
  const { appointments } = q.tables;
  const rows = await q
    .selectDistinct({ kind: appointments.kind })
    .from(appointments)
    .where(and(eq(appointments.officeId, officeId), gte(appointments.startsAt, since)))
    .orderBy(asc(appointments.kind));
  return rows.map(({ kind }) => kind).filter((kind) => kind !== '');
}

/** Locks the office, so that of two who save versions one waits for the other. */
export async function lockOffice(q: Queryable, officeId: string): Promise<void> {
  const { offices } = q.tables;
  await forUpdate(q, q.select({ id: offices.id }).from(offices).where(eq(offices.id, officeId)));
}

/** The highest version of an office and kind; null when there is none. */
export async function findNewestVersion(q: Queryable, { officeId, kind }: { officeId: string; kind: string }) {
  const { reminderPolicies } = q.tables;
  const [row] = await q
    .select({ id: reminderPolicies.id, version: reminderPolicies.version })
    .from(reminderPolicies)
    .where(and(eq(reminderPolicies.officeId, officeId), eq(reminderPolicies.kind, kind)))
    .orderBy(desc(reminderPolicies.version))
    .limit(1);
  return row ?? null;
}

export async function insertPolicy(q: Queryable, row: PolicyRow): Promise<void> {
  await q.insert(q.tables.reminderPolicies).values(row);
}

/**
 * Takes away a version that begins after an instant (ms).
 * @returns the version, or null when there is none that may be taken away.
 */
export async function deleteComingPolicy(
  q: Queryable,
  params: { id: string; officeId: string; after: number },
): Promise<Pick<PolicyRow, 'kind' | 'version'> | null> {
  const { reminderPolicies } = q.tables;
  const [row] = await q
    .delete(reminderPolicies)
    .where(
      and(
        eq(reminderPolicies.id, params.id),
        eq(reminderPolicies.officeId, params.officeId),
        gt(reminderPolicies.effectiveFrom, params.after),
      ),
    )
    .returning({ kind: reminderPolicies.kind, version: reminderPolicies.version });
  return row ?? null;
}
