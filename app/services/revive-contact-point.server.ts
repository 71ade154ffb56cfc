import { findOfficeContactPoint, updateContactPoint } from '@db/queries/contact-health.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type ReviveResult = { ok: true; changed: boolean; customerId: string } | { ok: false; reason: 'not_found' };

/**
 * A colleague has checked a number or address and knows that it is this customer's and works: it is used again, as one
 * that was never tried, and what was said or failed before no longer counts. One that nobody had checked counts as checked.
 */
export const reviveContactPoint =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; contactPointId: string }): Promise<ReviveResult> =>
    deps.db.write(async (q) => {
      const { staff, contactPointId } = input;
      const point = await findOfficeContactPoint(q, { id: contactPointId, officeId: staff.officeId });
      if (!point) return { ok: false, reason: 'not_found' };
      const { id, customerId, health } = point;
      if (health !== 'dead' && health !== 'failing' && health !== 'unchecked')
        return { ok: true, changed: false, customerId };
      // A millisecond later than anything that was said until now.
      await updateContactPoint(q, id, { health: 'untried', verifiedAt: deps.clock.now() + 1 });
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'contact_point.revived',
        subjectKind: 'contact_point',
        subjectId: id,
      });
      return { ok: true, changed: true, customerId };
    });
