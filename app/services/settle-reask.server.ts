import type { Queryable } from '@db/client.server';
import { hasOpenReask, lockOfficeReask, setReaskClosed } from '@db/queries/reasks.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type SettleReaskResult =
  | { ok: true; changed: boolean }
  /** `over`: they have been asked again since, or it was noted anew. */
  | { ok: false; reason: 'not_found' | 'over' };

interface OnReask {
  staff: SignedInStaff;
  reaskId: string;
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockOfficeReask>>>;

async function act(
  deps: Deps,
  { staff, reaskId }: OnReask,
  action: AuditAction,
  run: (q: Queryable, reask: Locked) => Promise<SettleReaskResult>,
): Promise<SettleReaskResult> {
  return deps.db.write(async (q) => {
    const reask = await lockOfficeReask(q, { id: reaskId, officeId: staff.officeId });
    if (!reask) return { ok: false, reason: 'not_found' };
    const result = await run(q, reask);
    if (result.ok && result.changed) {
      const actor = { kind: 'staff' as const, id: staff.id };
      const about = { subjectKind: 'customer', subjectId: reask.customerId, detail: reask.reason };
      await appendAudit(q, deps, { chain: officeChain(staff.officeId), actor, action, ...about });
    }
    return result;
  });
}

/** A colleague says that somebody need not be asked again for this reason. Twice is once. On record. */
export const settleReask =
  (deps: Deps) =>
  (input: OnReask): Promise<SettleReaskResult> =>
    act(deps, input, 'reask.not_needed', async (q, reask) => {
      if (reask.closedAt !== null) return { ok: true, changed: false };
      await setReaskClosed(q, reask.id, { closedAt: deps.clock.now(), closedBy: input.staff.id });
      return { ok: true, changed: true };
    });

/** Takes that back: they are to be asked again. Twice is once. On record. */
export const reopenReask =
  (deps: Deps) =>
  (input: OnReask): Promise<SettleReaskResult> =>
    act(deps, input, 'reask.reopened', async (q, reask) => {
      if (reask.closedAt === null) return { ok: true, changed: false };
      if (reask.closedBy === null || (await hasOpenReask(q, reask))) return { ok: false, reason: 'over' };
      await setReaskClosed(q, reask.id, { closedAt: null, closedBy: null });
      return { ok: true, changed: true };
    });
