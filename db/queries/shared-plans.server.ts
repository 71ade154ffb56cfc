import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** The organisation of a member of staff whose role is `partner`, or null. */
export async function findPartnerOf(q: Queryable, staffId: string) {
  const { staff, partners } = q.tables;
  const [row] = await q
    .select({ partner: partners })
    .from(staff)
    .innerJoin(partners, eq(partners.id, staff.partnerId))
    .where(and(eq(staff.id, staffId), eq(staff.role, 'partner'), eq(staff.active, true)));
  return row?.partner ?? null;
}

/** Whoever has agreed that a partner may see their plan and has not taken it back, with where they are and who helps them. */
export async function listWhoShare(q: Queryable, params: { partnerId: string; now: number }) {
  const { consents, customers, offices, staff } = q.tables;
  return q
    .select({
      consent: consents,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      officeName: offices.name,
      zone: offices.timeZone,
      adviserFirstName: staff.firstName,
    })
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(
      and(eq(consents.partnerId, params.partnerId), isNull(consents.withdrawnAt), lte(consents.givenAt, params.now)),
    )
    .orderBy(customers.lastName, customers.firstName, customers.id);
}

/** When people of partners looked at a customer's plan, the latest first; `detail` is the partner. */
export async function listLooksOfPartners(q: Queryable, params: { customerId: string; limit: number }) {
  const { auditEntries } = q.tables;
  return q
    .select({ at: auditEntries.at, partnerId: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, params.customerId), eq(auditEntries.action, 'plan.read_by_partner')))
    .orderBy(desc(auditEntries.at))
    .limit(params.limit);
}
