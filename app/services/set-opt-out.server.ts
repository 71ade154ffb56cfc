import { findOfficeContactPoint } from '@db/queries/contact-health.server';
import { liftOptOut, listOptOuts, upsertOptOut } from '@db/queries/opt-outs.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { LiftedByStaff } from '~/domain/messaging/opt-out';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type SetOptOutResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

/**
 * Lifts an opt-out of a number of the member's office, because its customer asks for it, or puts it back. It is about this
 * channel and this number, whoever has it. The same again changes nothing; each change is one line in the audit trail.
 */
export const setOptOut =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    contactPointId: string;
    channel: LiftedByStaff;
    on: boolean;
  }): Promise<SetOptOutResult> =>
    deps.db.write(async (q) => {
      const { staff, contactPointId, channel, on } = input;
      const point = await findOfficeContactPoint(q, { id: contactPointId, officeId: staff.officeId });
      if (!point) return { ok: false, reason: 'not_found' };
      const { valueIndex } = point;
      const inForce = (await listOptOuts(q, [valueIndex])).some((one) => one.channel === channel);
      if (inForce === on) return { ok: true, changed: false };
      const now = deps.clock.now();
      if (on) await upsertOptOut(q, { id: deps.newId(), channel, valueIndex, since: now, source: 'preference' });
      else await liftOptOut(q, channel, valueIndex, now);
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: on ? 'contact_point.opt_out_set' : 'contact_point.opt_out_lifted',
        subjectKind: 'contact_point',
        subjectId: contactPointId,
        detail: channel,
      });
      return { ok: true, changed: true };
    });
