import { isCaller, lockOfficeCall, updateCall } from '@db/queries/call-work.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type OwnCallResult =
  { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'closed' | 'taken' | 'no_such_colleague' };

/**
 * Makes a colleague of the office the owner of a call: oneself ("take this call") or another ("hand over"). Of two who
 * take the same call at once one gets it, the other hears `taken`.
 * @param input.seenOwnerId who owned it on the page that was shown; null for nobody.
 */
export const giveCallTo =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    callId: string;
    ownerId: string;
    seenOwnerId: string | null;
  }): Promise<OwnCallResult> =>
    deps.db.write(async (q) => {
      const { staff, callId, ownerId } = input;
      const call = await lockOfficeCall(q, { id: callId, officeId: staff.officeId });
      if (!call) return { ok: false, reason: 'not_found' };
      if (call.doneAt !== null) return { ok: false, reason: 'closed' };
      if (call.ownerId === ownerId) return { ok: true, changed: false };
      if (call.ownerId !== input.seenOwnerId) return { ok: false, reason: 'taken' };
      if (!(await isCaller(q, { id: ownerId, officeId: staff.officeId }))) {
        return { ok: false, reason: 'no_such_colleague' };
      }
      await updateCall(q, callId, { ownerId });
      const fact = { chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id } };
      const action = ownerId === staff.id ? 'call.taken' : 'call.handed_over';
      await appendAudit(q, deps, { ...fact, action, subjectKind: 'call', subjectId: callId });
      return { ok: true, changed: true };
    });
