import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** Ways in which somebody came to do it alone: seen at a visit, put on their profile from what was seen, or asked again. */
type Move = 'visit' | 'evidence' | 'level_up';

function moved(q: Queryable, { from, to }: { from: number; to: number }): Record<Move, SQL> {
  const { customers, profiles, visits, visitTasks } = q.tables;
  const rank = (of: string) =>
    sql.raw(`case coalesce(${of}.decided, ${of}.recommended) when 'self_service' then 2
      when 'champion_first' then 1 else 0 end`);
  return {
    visit: sql`exists (select 1 from ${visitTasks} inner join ${visits} on ${visits.id} = ${visitTasks.visitId}
      where ${visits.customerId} = ${customers.id} and ${visitTasks.result} = 'alone'
      and ${visitTasks.at} >= ${from} and ${visitTasks.at} < ${to})`,
    evidence: sql`exists (select 1 from ${profiles} where ${profiles.customerId} = ${customers.id}
      and ${profiles.source} = 'evidence' and ${profiles.finishedAt} >= ${from} and ${profiles.finishedAt} < ${to})`,
    // Compared with the profile just before it.
    level_up: sql`exists (select 1 from ${profiles} as is_now inner join ${profiles} as was
      on was.customer_id = is_now.customer_id and was.finished_at < is_now.finished_at
      where is_now.customer_id = ${customers.id} and is_now.finished_at >= ${from} and is_now.finished_at < ${to}
      and ${rank('is_now')} > ${rank('was')}
      and not exists (select 1 from ${profiles} as mid where mid.customer_id = is_now.customer_id
        and mid.finished_at > was.finished_at and mid.finished_at < is_now.finished_at))`,
  };
}

interface MovesOf {
  officeId: string;
  /** Instants (ms). */
  from: number;
  to: number;
}

/** How many customers of an office came to do something alone that they could not, each counted once. */
export async function countMoved(q: Queryable, params: MovesOf): Promise<number> {
  const { customers } = q.tables;
  const [row] = await q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(customers)
    .where(and(eq(customers.officeId, params.officeId), anyOf(moved(q, params))));
  return row?.count ?? 0;
}

/** Who they are, by last name. */
export async function listMoved(q: Queryable, params: MovesOf & { limit: number }) {
  const { customers } = q.tables;
  const { id, firstName, lastName } = customers;
  return q
    .select({ id, firstName, lastName })
    .from(customers)
    .where(and(eq(customers.officeId, params.officeId), anyOf(moved(q, params))))
    .orderBy(asc(lastName), asc(firstName), asc(id))
    .limit(params.limit);
}

const anyOf = (some: Record<Move, SQL>) => sql`(${sql.join(Object.values(some), sql` or `)})`;
