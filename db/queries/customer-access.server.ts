import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { ContactKind } from '~/domain/contact/contact-point';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';

/** Who has this number or address and has set a password; the contact is only a name here, so it need not be verified. */
export async function listPasswordHolders(q: Queryable, params: { valueIndex: string; kinds: ContactKind[] }) {
  const { contactPoints, customers } = q.tables;
  return q
    .selectDistinct({ customerId: customers.id, passwordHash: customers.passwordHash })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(
      and(
        eq(contactPoints.valueIndex, params.valueIndex),
        inArray(contactPoints.kind, params.kinds),
        isNotNull(customers.passwordHash),
      ),
    )
    .orderBy(customers.id);
}

/** What somebody's own password may not be made of, and whether there is one. */
export async function findCustomerAccess(q: Queryable, customerId: string) {
  const { customers } = q.tables;
  const [row] = await q
    .select({
      id: customers.id,
      officeId: customers.officeId,
      firstName: customers.firstName,
      lastName: customers.lastName,
      knownAs: customers.knownAs,
      language: customers.language,
      discreet: customers.discreet,
      passwordHash: customers.passwordHash,
    })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row ?? null;
}

/** Whether a customer has a password, locked until the transaction ends; null when there is no such customer. */
export async function lockPassword(q: Queryable, customerId: string) {
  const { customers } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select({ officeId: customers.officeId, passwordHash: customers.passwordHash })
      .from(customers)
      .where(eq(customers.id, customerId)),
  );
  return row ?? null;
}

/** Sets a password, or with null takes it away. */
export async function updatePassword(
  q: Queryable,
  params: { customerId: string; passwordHash: string | null },
): Promise<void> {
  const { customers } = q.tables;
  await q.update(customers).set({ passwordHash: params.passwordHash }).where(eq(customers.id, params.customerId));
}
