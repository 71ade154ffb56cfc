import { lockOfficeCustomer, updateCustomerCare } from '@db/queries/customer-care.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type SetCareResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

const WORDS = { noMessages: 'no_messages', discreet: 'discreet' } as const;

/**
 * Says how careful we have to be with a customer of the member's office.
 * - `noMessages`: a message or call may put them at risk. Nothing is sent from now on and nobody rings: what was planned
 *   becomes, when its time comes, an entry on the call list to talk to them in person.
 * - `discreet`: someone else may see their messages; they name neither the place nor the purpose.
 * The same again changes nothing; each change is one line in the audit trail.
 */
export const setCustomerCare =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    care: keyof typeof WORDS;
    on: boolean;
  }): Promise<SetCareResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, care, on } = input;
      const customer = await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!customer) return { ok: false, reason: 'not_found' };
      if (customer[care] === on) return { ok: true, changed: false };
      await updateCustomerCare(q, customerId, { [care]: on, updatedAt: deps.clock.now() });
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: `customer.${WORDS[care]}_${on ? 'on' : 'off'}`,
        subjectKind: 'customer',
        subjectId: customerId,
      });
      return { ok: true, changed: true };
    });
