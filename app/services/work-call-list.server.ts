import { findOfficeReply, lockOfficeCall, markReplyHandled, updateCall } from '@db/queries/staff-work.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { CallOutcome } from '~/domain/messaging/call-list';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type WorkResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' };

/** Writes down what came of a call; it leaves the list. A second tap changes nothing, another outcome corrects the first. */
export const closeCall =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; callId: string; outcome: CallOutcome }): Promise<WorkResult> =>
    deps.db.write(async (q) => {
      const { staff, callId, outcome } = input;
      const call = await lockOfficeCall(q, { id: callId, officeId: staff.officeId });
      if (!call) return { ok: false, reason: 'not_found' };
      if (call.outcome === outcome && call.doneAt !== null) return { ok: true, changed: false };
      await updateCall(q, callId, { doneAt: deps.clock.now(), doneBy: staff.id, outcome });
      await appendAudit(q, deps, { ...byStaff(staff), action: 'call.closed', ...aCall(callId), detail: outcome });
      return { ok: true, changed: true };
    });

/** Puts a call back on the list, as it was. */
export const reopenCall =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; callId: string }): Promise<WorkResult> =>
    deps.db.write(async (q) => {
      const { staff, callId } = input;
      const call = await lockOfficeCall(q, { id: callId, officeId: staff.officeId });
      if (!call) return { ok: false, reason: 'not_found' };
      if (call.doneAt === null) return { ok: true, changed: false };
      await updateCall(q, callId, { doneAt: null, doneBy: null, outcome: null });
      await appendAudit(q, deps, { ...byStaff(staff), action: 'call.reopened', ...aCall(callId) });
      return { ok: true, changed: true };
    });

/** Marks a customer's text as dealt with. */
export const handleReply =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; replyId: string }): Promise<WorkResult> =>
    deps.db.write(async (q) => {
      const { staff, replyId } = input;
      const reply = await findOfficeReply(q, { id: replyId, officeId: staff.officeId });
      if (!reply) return { ok: false, reason: 'not_found' };
      if (reply.handledAt !== null) return { ok: true, changed: false };
      await markReplyHandled(q, replyId, staff.id, deps.clock.now());
      const subject = { subjectKind: 'reply', subjectId: replyId };
      await appendAudit(q, deps, { ...byStaff(staff), action: 'reply.handled', ...subject });
      return { ok: true, changed: true };
    });

const byStaff = (staff: SignedInStaff) => ({
  chain: officeChain(staff.officeId),
  actor: { kind: 'staff' as const, id: staff.id },
});
const aCall = (id: string) => ({ subjectKind: 'call', subjectId: id });
