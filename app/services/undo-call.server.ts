import { listCallAttempts, lockOfficeCall, markAttemptUndone, updateCall } from '@db/queries/call-work.server';
import { closeCallsTo } from '@db/queries/call-list.server';
import { findOfficeContactPoint, updateContactPoint } from '@db/queries/contact-health.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { healthAfterCall } from '~/domain/contact/contact-health';
import { nextTryAt } from '~/domain/messaging/call-outcome';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type UndoCallResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'changed_since' };

/**
 * Takes back the last try of a call: the entry is on the list again as it was before, what the try said of the number is
 * forgotten, and the try stays in the history as taken back. Twice is once.
 * @param input.attemptId the try that is meant; `changed_since` when there has been another one since. Null for the last.
 */
export const undoCall =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; callId: string; attemptId: string | null }): Promise<UndoCallResult> =>
    deps.db.write(async (q) => {
      const { staff, callId } = input;
      const now = deps.clock.now();
      const call = await lockOfficeCall(q, { id: callId, officeId: staff.officeId });
      if (!call) return { ok: false, reason: 'not_found' };
      const attempts = (await listCallAttempts(q, [callId])).map((one) => one.attempt);
      const meant = attempts.find((one) => one.id === input.attemptId);
      if (input.attemptId !== null && !meant) return { ok: false, reason: 'changed_since' };
      if (meant && meant.undoneAt !== null) return { ok: true, changed: false };
      const standing = attempts.filter((one) => one.undoneAt === null);
      const last = standing.at(-1);
      if (meant && meant !== last) return { ok: false, reason: 'changed_since' };
      if (!last && call.doneAt === null) return { ok: true, changed: false };

      if (last) {
        await markAttemptUndone(q, last.id, now);
        const { contactPointId, healthBefore } = last;
        const params = { id: contactPointId ?? '', officeId: staff.officeId };
        const point = contactPointId && healthBefore ? await findOfficeContactPoint(q, params) : null;
        // Unless something else has been learnt about it since.
        if (point && healthBefore && point.health === healthAfterCall(healthBefore, last.outcome))
          await updateContactPoint(q, point.id, { health: healthBefore });
        if (last.outcome === 'wrong_number')
          await closeCallsTo(q, {
            customerIds: [call.customerId],
            reasons: ['wrong_number'],
            outcome: 'not_needed',
            by: staff.id,
            now,
          });
      }
      const before = standing.at(-2);
      const again = before && before.at >= call.createdAt && before.outcome !== 'wrong_number' ? before : null;
      const hours = await getWorkingTime(q, call.officeId);
      await updateCall(q, callId, {
        doneAt: null,
        doneBy: null,
        outcome: null,
        nextTryAt: again && nextTryAt(again.at, call.dueAt, hours),
        escalatedAt: last && call.escalatedAt !== null && call.escalatedAt >= last.at ? null : call.escalatedAt,
      });
      const fact = { chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id } };
      await appendAudit(q, deps, { ...fact, action: 'call.reopened', subjectKind: 'call', subjectId: callId });
      return { ok: true, changed: true };
    });
