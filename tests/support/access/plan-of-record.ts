import type { Queryable } from '@db/client.server';
import { DAY } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import type { OwnersRecord } from '../access-world';

/** What an office has made with the owner: a goal, what came of their step at a meeting, and a follow-up that is overdue. */
export async function insertPlanOfRecord(q: Queryable, deps: Deps, record: OwnersRecord, adviserId: string) {
  const { tables: t } = q;
  const now = deps.clock.now();
  const { customerId, appointmentId, stepId } = record;
  const goal = { id: record.goalId, customerId, title: 'The marked words', horizon: 'long' as const };
  await q.insert(t.goals).values({ ...goal, createdAt: now });
  const before = { dueOn: record.freeDay, doneAt: null, trouble: 'help' as const, endedAt: null };
  const said = { id: record.stepEventId, stepId, at: now, kind: 'reviewed' as const, before, appointmentId };
  await q.insert(t.stepEvents).values({ ...said, actorKind: 'staff', actorId: adviserId });
  const agreement = { id: deps.newId(), customerId, agreedAt: now - 40 * DAY, agreedBy: adviserId };
  await q.insert(t.planAgreements).values(agreement);
  const followUp = { id: record.followUpId, customerId, agreementId: agreement.id, months: 1, dueOn: '2026-11-20' };
  await q.insert(t.followUps).values({ ...followUp, note: deps.vault.seal('marked words') });
}
