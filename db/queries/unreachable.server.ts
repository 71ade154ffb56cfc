import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/**
 * Customers of an office of whom it may be that nothing reaches them: nobody with a working point that is theirs alone and has
 * refused nothing. Whether it is so is for `chooseChannel` to say. By id, from `after` on.
 */
export async function listPerhapsUnreachable(q: Queryable, params: { officeId: string; after: string; limit: number }) {
  const { customers, contactPoints, optOuts } = q.tables;
  const sound = sql`exists (select 1 from ${contactPoints} where ${contactPoints.customerId} = ${customers.id}
    and ${contactPoints.health} not in ('dead', 'unchecked')
    and not exists (select 1 from ${optOuts} where ${optOuts.valueIndex} = ${contactPoints.valueIndex}
      and ${optOuts.liftedAt} is null)
    and (${contactPoints.kind} = 'post' or not exists (select 1 from ${contactPoints} as theirs
      where theirs.value_index = ${contactPoints.valueIndex} and theirs.health <> 'unchecked'
      and theirs.customer_id <> ${customers.id})))`;
  return q
    .select({
      id: customers.id,
      firstName: customers.firstName,
      lastName: customers.lastName,
    })
    .from(customers)
    .where(
      and(
        eq(customers.officeId, params.officeId),
        gt(customers.id, params.after),
        eq(customers.noMessages, false),
        sql`not ${sound}`,
      ),
    )
    .orderBy(asc(customers.id))
    .limit(params.limit);
}

/** Customers of an office to whom, for their safety, nothing may be sent, by last name. */
export async function listNoMessages(q: Queryable, params: { officeId: string; limit: number }) {
  const { customers } = q.tables;
  const { id, firstName, lastName } = customers;
  return q
    .select({ id, firstName, lastName })
    .from(customers)
    .where(and(eq(customers.officeId, params.officeId), eq(customers.noMessages, true)))
    .orderBy(asc(lastName), asc(firstName), asc(id))
    .limit(params.limit);
}
