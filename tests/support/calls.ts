import { asc, eq } from 'drizzle-orm';
import { HOUR } from '~/domain/clock';
import type { CallReason } from '~/domain/messaging/call-list';
import type { Deps } from '~/services/deps';
import type { SignedInStaff } from '~/services/sessions.server';
import { aContactPoint, aCustomer, aMemberOfStaff, anAppointment, anOffice } from './factories';

type Entry = { reason?: CallReason; dueAt?: number; ownerId?: string | null; appointmentId?: string | null };

/** An office with two advisers and a customer, and entries written straight onto its call list. */
export async function aCallList(deps: Deps) {
  const office = await anOffice(deps);
  const member = async (firstName: string): Promise<SignedInStaff> => {
    const { id, officeId, lastName } = await aMemberOfStaff(deps, office.id, { firstName });
    return { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  };
  const sioned = await member('Sioned');
  const rhys = await member('Rhys');
  const customer = await aCustomer(deps, { officeId: office.id, adviserId: sioned.id });
  const mobile = await aContactPoint(deps, customer.id, 'mobile', '+447700900123');
  const { callList, callAttempts, contactPoints, auditEntries } = deps.db.tables;

  return {
    office,
    sioned,
    rhys,
    customer,
    mobile,
    appointment: (startsAt?: number) =>
      anAppointment(
        deps,
        { customerId: customer.id, adviserId: sioned.id, officeId: office.id },
        startsAt === undefined ? {} : { startsAt },
      ),
    /** To phone the customer, due in four hours, the first adviser's, unless told otherwise. */
    async entry(fields: Entry = {}) {
      const id = deps.newId();
      const now = deps.clock.now();
      const entry = { officeId: office.id, customerId: customer.id, reason: 'not_delivered' as const, cause: id };
      const row = { id, ...entry, ownerId: sioned.id, dueAt: now + 4 * HOUR, createdAt: now, ...fields };
      await deps.db.write((q) => q.insert(callList).values(row));
      return id;
    },
    async call(id: string) {
      const rows = await deps.db.read((q) => q.select().from(callList).where(eq(callList.id, id)));
      return rows[0]!;
    },
    calls: () => deps.db.read((q) => q.select().from(callList).orderBy(asc(callList.createdAt), asc(callList.id))),
    /** Every try of every call, as "outcome" or "outcome undone". */
    async tries() {
      const rows = await deps.db.read((q) =>
        q.select().from(callAttempts).orderBy(asc(callAttempts.at), asc(callAttempts.id)),
      );
      return rows.map((row) => (row.undoneAt === null ? row.outcome : `${row.outcome} undone`));
    },
    async point(id = mobile.id) {
      const rows = await deps.db.read((q) => q.select().from(contactPoints).where(eq(contactPoints.id, id)));
      return rows[0]!;
    },
    async audited() {
      const rows = await deps.db.read((q) => q.select().from(auditEntries).orderBy(asc(auditEntries.seq)));
      return rows.map((row) => row.action);
    },
  };
}

export type TestCallList = Awaited<ReturnType<typeof aCallList>>;
