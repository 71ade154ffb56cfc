import { and, asc, eq, gte, isNull, lte, max } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** Open steps of customers who want to be reminded of them, with dates between two dates (both included). */
export async function listStepsToRemind(q: Queryable, params: { from: string; to: string }) {
  const { steps, customers, offices } = q.tables;
  return q
    .select({
      id: steps.id,
      customerId: steps.customerId,
      dueOn: steps.dueOn,
      doneAt: steps.doneAt,
      endedAt: steps.endedAt,
      createdAt: steps.createdAt,
      on: customers.stepReminders,
      daysBefore: customers.stepReminderDays,
      zone: offices.timeZone,
    })
    .from(steps)
    .innerJoin(customers, eq(customers.id, steps.customerId))
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .where(
      and(
        gte(steps.dueOn, params.from),
        lte(steps.dueOn, params.to),
        eq(steps.owner, 'customer'),
        isNull(steps.doneAt),
        isNull(steps.endedAt),
        eq(customers.stepReminders, true),
        eq(customers.noMessages, false),
      ),
    )
    .orderBy(asc(steps.dueOn), asc(steps.id));
}

/** When a step was last given another date (ms), or null. */
export async function findLastChange(q: Queryable, stepId: string): Promise<number | null> {
  const { stepEvents } = q.tables;
  const [row] = await q
    .select({ at: max(stepEvents.at) })
    .from(stepEvents)
    .where(and(eq(stepEvents.stepId, stepId), eq(stepEvents.kind, 'changed')));
  return row && row.at !== null ? Number(row.at) : null;
}

/** Which of these messages there are, whatever became of them. */
export async function listKnownMessages(q: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { messages } = q.tables;
  const rows = await q
    .select({ id: messages.id })
    .from(messages)
    .where(isOneOf(q, messages.id, ids));
  return new Set(rows.map(({ id }) => id));
}
