import { and, desc, eq, isNotNull, lt, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type ImportRunRow = InferSelectModel<Tables['importRuns']>;

export async function insertImportRun(q: Queryable, row: ImportRunRow): Promise<void> {
  await q.insert(q.tables.importRuns).values(row);
}

/** A file that was sent to an office, or null. */
export async function findImportRun(q: Queryable, of: { id: string; officeId: string }): Promise<ImportRunRow | null> {
  const { importRuns } = q.tables;
  const [row] = await q
    .select()
    .from(importRuns)
    .where(and(eq(importRuns.id, of.id), eq(importRuns.officeId, of.officeId)));
  return row ?? null;
}

/** The same, locked: a file is saved or put away once. */
export async function lockImportRun(q: Queryable, of: { id: string; officeId: string }): Promise<ImportRunRow | null> {
  const { importRuns } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select()
      .from(importRuns)
      .where(and(eq(importRuns.id, of.id), eq(importRuns.officeId, of.officeId))),
  );
  return row ?? null;
}

export async function updateImportRun(q: Queryable, id: string, change: Partial<ImportRunRow>): Promise<void> {
  const { importRuns } = q.tables;
  await q.update(importRuns).set(change).where(eq(importRuns.id, id));
}

/** The last files of an office, the newest first, without what is in them. */
export async function listImportRuns(q: Queryable, params: { officeId: string; limit: number }) {
  const { importRuns, staff } = q.tables;
  return q
    .select({
      run: {
        ...{ id: importRuns.id, kind: importRuns.kind, fileName: importRuns.fileName, state: importRuns.state },
        ...{ createdAt: importRuns.createdAt, created: importRuns.created, updated: importRuns.updated },
        rejected: importRuns.rejected,
      },
      by: { firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(importRuns)
    .innerJoin(staff, eq(staff.id, importRuns.staffId))
    .where(eq(importRuns.officeId, params.officeId))
    .orderBy(desc(importRuns.createdAt), desc(importRuns.id))
    .limit(params.limit);
}

/** Forgets what is in files that nobody has saved since `before` (ms). @returns how many. */
export async function forgetImportContents(q: Queryable, params: { before: number; now: number }): Promise<number> {
  const { importRuns } = q.tables;
  const rows = await q
    .update(importRuns)
    .set({ content: null, state: 'dropped', endedAt: params.now })
    .where(and(isNotNull(importRuns.content), lt(importRuns.createdAt, params.before)))
    .returning({ id: importRuns.id });
  return rows.length;
}
