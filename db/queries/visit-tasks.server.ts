import { and, asc, eq, inArray, type InferSelectModel } from 'drizzle-orm';
import type { VisitTask } from '~/domain/assisted/visit';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type VisitTaskRow = InferSelectModel<Tables['visitTasks']>;

/** What was done at these visits, in the order in which it was. */
export async function listVisitTasks(q: Queryable, visitIds: readonly string[]): Promise<VisitTaskRow[]> {
  if (visitIds.length === 0) return [];
  const { visitTasks } = q.tables;
  return await q
    .select()
    .from(visitTasks)
    .where(inArray(visitTasks.visitId, [...visitIds]))
    .orderBy(asc(visitTasks.at), asc(visitTasks.id));
}

export async function findVisitTask(
  q: Queryable,
  params: { visitId: string; task: VisitTask },
): Promise<VisitTaskRow | null> {
  const { visitTasks } = q.tables;
  const [row] = await q
    .select()
    .from(visitTasks)
    .where(and(eq(visitTasks.visitId, params.visitId), eq(visitTasks.task, params.task)));
  return row ?? null;
}

export async function insertVisitTask(q: Queryable, row: VisitTaskRow): Promise<void> {
  await q.insert(q.tables.visitTasks).values(row);
}

/** Changes what is named of a task that was done. */
export async function updateVisitTask(
  q: Queryable,
  id: string,
  change: Partial<Omit<VisitTaskRow, 'id'>>,
): Promise<void> {
  const { visitTasks } = q.tables;
  await q.update(visitTasks).set(change).where(eq(visitTasks.id, id));
}

export async function deleteVisitTask(q: Queryable, id: string): Promise<void> {
  const { visitTasks } = q.tables;
  await q.delete(visitTasks).where(eq(visitTasks.id, id));
}
