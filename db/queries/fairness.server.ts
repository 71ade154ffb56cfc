import { and, desc, eq, gte, isNotNull, isNull, lt, sql, type InferInsertModel, type SQL } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

interface Period {
  officeId: string;
  /** Instants (ms): profiles finished at `from` or later, and before `to`. */
  from: number;
  to: number;
}

/** The newest finished profile of everybody of an office in a period, with what fairness is looked at by. */
function newest(q: Queryable, { officeId, from, to }: Period) {
  const { profiles, customers, accessNeeds, otherWays } = q.tables;
  const later = sql`exists (select 1 from ${profiles} as later where later.customer_id = ${profiles.customerId}
    and later.finished_at is not null and later.finished_at < ${to} and (later.finished_at > ${profiles.finishedAt}
    or (later.finished_at = ${profiles.finishedAt} and later.id > ${profiles.id})))`;
  const hasNeed = sql`exists (select 1 from ${accessNeeds} where ${accessNeeds.customerId} = ${customers.id}
    and ${accessNeeds.withdrawnAt} is null)`;
  const asked = sql`exists (select 1 from ${otherWays} where ${otherWays.customerId} = ${customers.id}
    and ${otherWays.askedAt} >= ${profiles.finishedAt} and ${otherWays.askedAt} < ${to}
    and ${otherWays.withdrawnAt} is null)`;
  return q
    .select({
      customerId: customers.id,
      ageBand: profiles.ageBand,
      language: customers.language,
      hasNeed: sql<number>`case when ${hasNeed} then 1 else 0 end`.as('has_need'),
      assisted: sql<number>`case when ${profiles.recommended} = 'assisted' then 1 else 0 end`.as('assisted'),
      overridden: sql<number>`case when ${profiles.decided} <> ${profiles.recommended} then 1 else 0 end`.as(
        'overridden',
      ),
      otherWay: sql<number>`case when ${asked} then 1 else 0 end`.as('other_way'),
    })
    .from(profiles)
    .innerJoin(customers, eq(customers.id, profiles.customerId))
    .where(
      and(
        eq(customers.officeId, officeId),
        isNotNull(profiles.finishedAt),
        gte(profiles.finishedAt, from),
        lt(profiles.finishedAt, to),
        sql`not ${later}`,
      ),
    )
    .as('newest');
}

const sum = (column: SQL.Aliased<number>) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
const count = sql<number>`count(*)`.mapWith(Number);

/** How many were asked, and what came of it, by age band, language and whether they have an access need. */
export async function countProfiled(q: Queryable, period: Period) {
  const one = newest(q, period);
  return q
    .select({
      ...{ ageBand: one.ageBand, language: one.language, hasNeed: sql<number>`${one.hasNeed}`.mapWith(Number) },
      ...{ people: count, assisted: sum(one.assisted), overridden: sum(one.overridden), otherWay: sum(one.otherWay) },
    })
    .from(one)
    .groupBy(one.ageBand, one.language, sql`${one.hasNeed}`);
}

/** The same by access need; who has two is in both. */
export async function countProfiledByNeed(q: Queryable, period: Period) {
  const one = newest(q, period);
  const { accessNeeds } = q.tables;
  return q
    .select({
      need: accessNeeds.need,
      ...{ people: count, assisted: sum(one.assisted), overridden: sum(one.overridden), otherWay: sum(one.otherWay) },
    })
    .from(one)
    .innerJoin(accessNeeds, and(eq(accessNeeds.customerId, one.customerId), isNull(accessNeeds.withdrawnAt)))
    .groupBy(accessNeeds.need);
}

/** Every office, with the zone that its months go by. */
export async function listOfficesForFairness(q: Queryable) {
  const { offices } = q.tables;
  return q.select({ id: offices.id, zone: offices.timeZone }).from(offices).orderBy(offices.id);
}

/** True where an office's check of a month ("2026-11") has been made. */
export async function hasFairnessCheck(q: Queryable, params: { officeId: string; month: string }): Promise<boolean> {
  const { fairnessChecks } = q.tables;
  const [row] = await q
    .select({ id: fairnessChecks.id })
    .from(fairnessChecks)
    .where(and(eq(fairnessChecks.officeId, params.officeId), eq(fairnessChecks.month, params.month)));
  return row !== undefined;
}

/** Keeps a check, unless another worker has kept that month's. @returns whether it was kept. */
export async function insertFairnessCheck(
  q: Queryable,
  row: InferInsertModel<Tables['fairnessChecks']>,
): Promise<boolean> {
  const { fairnessChecks } = q.tables;
  const kept = await q.insert(fairnessChecks).values(row).onConflictDoNothing().returning({ id: fairnessChecks.id });
  return kept.length > 0;
}

/** The checks of an office, the newest first. */
export async function listFairnessChecks(q: Queryable, params: { officeId: string; limit: number }) {
  const { fairnessChecks } = q.tables;
  return q
    .select()
    .from(fairnessChecks)
    .where(eq(fairnessChecks.officeId, params.officeId))
    .orderBy(desc(fairnessChecks.month))
    .limit(params.limit);
}
