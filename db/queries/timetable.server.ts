import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../client.server';

export type TimetableRow = NonNullable<Awaited<ReturnType<typeof findLatestRun>>>;

/** The latest run of a task, and when its worker last gave a sign of life (ms; null: it is forgotten). */
export async function findLatestRun(q: Queryable, name: string) {
  const { timetable, workers } = q.tables;
  const [row] = await q
    .select({ run: timetable, seenAt: workers.seenAt })
    .from(timetable)
    .leftJoin(workers, eq(workers.id, timetable.begunBy))
    .where(eq(timetable.name, name));
  return row ? { ...row.run, seenAt: row.seenAt } : null;
}

/** Every task's latest run, by name. */
export async function listLatestRuns(q: Queryable) {
  const { timetable } = q.tables;
  return q.select().from(timetable).orderBy(asc(timetable.name));
}

/** Writes down that a task has begun. @param run.failures how many before it ended badly, in a row. */
export async function saveBeginning(
  q: Queryable,
  run: { name: string; begunAt: number; begunBy: string; failures: number },
): Promise<void> {
  const { timetable } = q.tables;
  const begun = { begunAt: run.begunAt, begunBy: run.begunBy, endedAt: null, failures: run.failures };
  await q
    .insert(timetable)
    .values({ name: run.name, ...begun })
    .onConflictDoUpdate({ target: timetable.name, set: begun });
}

/** Writes down how a run ended. */
export async function saveEnd(
  q: Queryable,
  name: string,
  end: { endedAt: number; doneAt?: number; failures: number },
): Promise<void> {
  const { timetable } = q.tables;
  await q.update(timetable).set(end).where(eq(timetable.name, name));
}
