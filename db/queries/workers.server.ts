import { lt } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** A sign of life from a worker. */
export async function touchWorker(
  q: Queryable,
  worker: { id: string; startedAt: number; seenAt: number },
): Promise<void> {
  const { workers } = q.tables;
  await q
    .insert(workers)
    .values(worker)
    .onConflictDoUpdate({ target: workers.id, set: { seenAt: worker.seenAt } });
}

/** Forgets workers not seen since `before` (ms): they were killed. */
export async function deleteSilentWorkers(q: Queryable, before: number): Promise<void> {
  const { workers } = q.tables;
  await q.delete(workers).where(lt(workers.seenAt, before));
}
