import { findOfficeContactChange, markChangeSeen } from '@db/queries/staff-customer.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/**
 * A colleague has seen that a customer of the office changed a number or an address. The first to say so stays on record.
 * @returns the customer; null when there is no such change, or it is another office's.
 */
export const seeContactChange =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; changeId: string }): Promise<{ customerId: string } | null> =>
    deps.db.write(async (q) => {
      const { staff, changeId } = input;
      const change = await findOfficeContactChange(q, { id: changeId, officeId: staff.officeId });
      if (!change || change.confirmedAt === null) return null;
      if (await markChangeSeen(q, { id: changeId, at: deps.clock.now(), by: staff.id })) {
        await appendAudit(q, deps, {
          chain: officeChain(staff.officeId),
          actor: { kind: 'staff', id: staff.id },
          action: 'contact_change.seen',
          subjectKind: 'contact_change',
          subjectId: changeId,
        });
      }
      return { customerId: change.customerId };
    });
