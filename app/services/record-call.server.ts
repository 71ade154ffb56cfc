import type { Queryable } from '@db/client.server';
import { openCall, type CallEntry } from '@db/queries/call-list.server';
import {
  findNextStart,
  getPersonToCall,
  insertCallAttempt,
  listCallAttempts,
  lockOfficeCall,
  updateCall,
} from '@db/queries/call-work.server';
import { listNumbersOf, updateContactPoint } from '@db/queries/contact-health.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { healthAfterCall } from '~/domain/contact/contact-health';
import { mustEscalate } from '~/domain/messaging/call-escalation';
import type { CallOutcome } from '~/domain/messaging/call-list';
import { callDueAt } from '~/domain/messaging/call-due';
import { afterCall } from '~/domain/messaging/call-outcome';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type RecordCallResult =
  /** `attemptId` is what `undoCall` takes back; null when nothing was written down. */
  { ok: true; changed: boolean; closed: boolean; attemptId: string | null } | { ok: false; reason: 'not_found' };

export interface CallMade {
  staff: SignedInStaff;
  callId: string;
  outcome: CallOutcome;
  /** Which of the customer's numbers was rung, if one was. */
  contactPointId: string | null;
  /** How many tries the page showed, so that the same form twice is one try; null when the form did not say. */
  seen: number | null;
}

/**
 * Writes down a call and what came of it: the try, what it says of the number, and what becomes of the entry (see
 * `afterCall`). The same form twice is one try. A call that was made is kept even if the entry was closed meanwhile; then
 * only having spoken to the person changes what it says.
 */
export const recordCall =
  (deps: Deps) =>
  async (made: CallMade): Promise<RecordCallResult> =>
    deps.db.write(async (q) => {
      const { staff, callId, outcome } = made;
      const now = deps.clock.now();
      const call = await lockOfficeCall(q, { id: callId, officeId: staff.officeId });
      if (!call) return { ok: false, reason: 'not_found' };
      const attempts = (await listCallAttempts(q, [callId])).map((one) => one.attempt);
      const last = attempts.findLast((attempt) => attempt.undoneAt === null);
      const same = last?.outcome === outcome && last.staffId === staff.id;
      if (same && (made.seen === null || made.seen < attempts.length))
        return { ok: true, changed: false, closed: call.doneAt !== null, attemptId: last.id };

      const numbers = await listNumbersOf(q, [call.customerId]);
      const rung = numbers.find(({ point }) => point.id === made.contactPointId) ?? null;
      const attempt = {
        id: deps.newId(),
        callId,
        at: now,
        staffId: staff.id,
        outcome,
        contactPointId: rung?.point.id ?? null,
        healthBefore: rung?.point.health ?? null,
      };
      await insertCallAttempt(q, attempt);
      if (rung) {
        const health = healthAfterCall(rung.point.health, outcome);
        if (health !== rung.point.health) await updateContactPoint(q, rung.point.id, { health });
      }
      const others = numbers.filter((one) => one !== rung && !one.saidWrong).length;
      const tries = [...attempts.filter((one) => one.undoneAt === null), attempt];
      const closed = await settle(q, deps, call, tries, { ...made, otherNumbers: others });
      const fact = { chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id } };
      const action = closed ? 'call.closed' : 'call.tried';
      await appendAudit(q, deps, { ...fact, action, subjectKind: 'call', subjectId: callId, detail: outcome });
      return { ok: true, changed: true, closed, attemptId: attempt.id };
    });

/** What the entry becomes. @returns true when it is off the list. */
async function settle(
  q: Queryable,
  deps: Deps,
  call: CallEntry,
  tries: readonly { at: number; outcome: CallOutcome }[],
  made: CallMade & { otherNumbers: number },
): Promise<boolean> {
  const { staff, outcome, otherNumbers } = made;
  const now = deps.clock.now();
  const closing = { doneAt: now, doneBy: staff.id, outcome };
  if (call.doneAt !== null) {
    if (outcome === 'spoke') await updateCall(q, call.id, closing);
    return true;
  }
  const person = await getPersonToCall(q, call.customerId);
  const hours = await getWorkingTime(q, call.officeId);
  const careful = person.discreet || person.noMessages;
  const after = afterCall({ outcome, careful, otherNumbers, at: now, dueAt: call.dueAt }, hours);
  if (after.act === 'keep') {
    const entry = { ...call, tries: tries.filter((one) => one.at >= call.createdAt).map((one) => one.outcome) };
    const escalatedAt = call.escalatedAt ?? (mustEscalate(entry, now, hours) ? now : null);
    await updateCall(q, call.id, { nextTryAt: after.nextTryAt, escalatedAt });
    return false;
  }
  await updateCall(q, call.id, closing);
  if (after.act === 'ask_for_number') {
    const next = await findNextStart(q, call.customerId, now);
    await openCall(q, {
      id: deps.newId(),
      officeId: call.officeId,
      customerId: call.customerId,
      appointmentId: null,
      messageId: null,
      ownerId: person.adviserId ?? call.ownerId,
      reason: 'wrong_number',
      // The same entry, whether it was heard in a call or came as a text.
      cause: `wrong-number:${made.contactPointId ?? call.customerId}`,
      dueAt: next ?? callDueAt(now, hours),
      createdAt: now,
    });
  }
  return true;
}
