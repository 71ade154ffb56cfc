import type { Queryable } from '@db/client.server';
import { listCallAttempts, updateCall } from '@db/queries/call-work.server';
import { listOfficesToEscalate, lockCallsToEscalate } from '@db/queries/calls-to-escalate.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { groupBy } from '~/domain/group-by';
import { mustEscalate, NEAR_DUE, TRIES_IN_VAIN } from '~/domain/messaging/call-escalation';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

/** Calls of one office in one transaction. */
const BATCH = 200;

/**
 * Passes calls that nobody has got through with in time on to the office's manager (see `mustEscalate`), each once,
 * however many workers look. Nothing is taken from the owner: the call is on both lists.
 * @returns how many were passed on.
 */
export const escalateCalls = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  const near = { now, dueBy: now + NEAR_DUE, tries: TRIES_IN_VAIN };
  const offices = await deps.db.read((q) => listOfficesToEscalate(q, near));
  let passedOn = 0;
  for (const officeId of offices) {
    passedOn += await deps.db.write((q) => escalateOffice(q, deps, { ...near, officeId, limit: BATCH }));
  }
  if (passedOn > 0) deps.log.warn({ calls: passedOn }, 'calls passed on to managers');
  return passedOn;
};

async function escalateOffice(
  q: Queryable,
  deps: Deps,
  params: Parameters<typeof lockCallsToEscalate>[1],
): Promise<number> {
  const { officeId, now } = params;
  const calls = await lockCallsToEscalate(q, params);
  if (calls.length === 0) return 0;
  const hours = await getWorkingTime(q, officeId);
  const attempts = await listCallAttempts(
    q,
    calls.map((call) => call.id),
  );
  const triesOf = groupBy(
    attempts.map((one) => one.attempt).filter((attempt) => attempt.undoneAt === null),
    (attempt) => attempt.callId,
  );
  const due = calls.filter((call) => {
    const tries = (triesOf.get(call.id) ?? []).filter((one) => one.at >= call.createdAt).map((one) => one.outcome);
    return mustEscalate({ ...call, tries }, now, hours);
  });
  for (const call of due) await updateCall(q, call.id, { escalatedAt: now });
  for (const call of due) {
    await appendAudit(q, deps, {
      chain: officeChain(officeId),
      actor: { kind: 'worker', id: null },
      action: 'call.escalated',
      subjectKind: 'call',
      subjectId: call.id,
    });
  }
  return due.length;
}
