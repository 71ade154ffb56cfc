import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';

/** A customer of this office, locked; null when there is none, or they are another office's. */
export async function lockOfficeCustomer(q: Queryable, params: { id: string; officeId: string }) {
  const { customers } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select({ id: customers.id, discreet: customers.discreet, noMessages: customers.noMessages })
      .from(customers)
      .where(and(eq(customers.id, params.id), eq(customers.officeId, params.officeId))),
  );
  return row ?? null;
}

/** How careful we have to be with a customer. */
export async function updateCustomerCare(
  q: Queryable,
  id: string,
  change: { discreet?: boolean; noMessages?: boolean; updatedAt: number },
): Promise<void> {
  const { customers } = q.tables;
  await q.update(customers).set(change).where(eq(customers.id, id));
}
