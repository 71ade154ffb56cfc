import { openCall } from '@db/queries/call-list.server';
import {
  closeCallOf,
  findCallOf,
  followUpCause,
  lockOfficeFollowUp,
  updateFollowUp,
} from '@db/queries/follow-ups.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Queryable } from '@db/client.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { instantAt, wallClockOf } from '~/domain/time/wall-clock';
import { openFrom } from '~/domain/time/working-time';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type FollowUpResult =
  | { ok: true; changed: boolean }
  /** `over`: the plan was agreed anew meanwhile. `done_before`: a colleague has done it. */
  | { ok: false; reason: 'not_found' | 'over' | 'done_before' };

interface OnFollowUp {
  staff: SignedInStaff;
  followUpId: string;
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockOfficeFollowUp>>>;

async function act(
  deps: Deps,
  { staff, followUpId }: OnFollowUp,
  action: AuditAction,
  run: (q: Queryable, locked: Locked) => Promise<FollowUpResult>,
): Promise<FollowUpResult> {
  return deps.db.write(async (q) => {
    const locked = await lockOfficeFollowUp(q, { id: followUpId, officeId: staff.officeId });
    if (!locked) return { ok: false, reason: 'not_found' };
    const result = await run(q, locked);
    if (result.ok && result.changed) {
      const actor = { kind: 'staff' as const, id: staff.id };
      const subject = { subjectKind: 'follow_up', subjectId: followUpId };
      await appendAudit(q, deps, { chain: officeChain(staff.officeId), actor, action, ...subject });
    }
    return result;
  });
}

/**
 * A colleague has asked how the plan goes; the call about it, if one was asked for, is settled. Twice is once.
 * @param input.note how it goes, in words; kept sealed. Empty: none.
 */
export const doFollowUp =
  (deps: Deps) =>
  (input: OnFollowUp & { note: string }): Promise<FollowUpResult> =>
    act(deps, input, 'follow_up.done', async (q, { followUp }) => {
      const { staff, followUpId } = input;
      if (followUp.doneAt !== null)
        return followUp.doneBy === staff.id ? { ok: true, changed: false } : { ok: false, reason: 'done_before' };
      if (followUp.cancelledAt !== null) return { ok: false, reason: 'over' };
      const now = deps.clock.now();
      const note = input.note.trim();
      const sealed = note === '' ? null : deps.vault.seal(note);
      await updateFollowUp(q, followUpId, { doneAt: now, doneBy: staff.id, note: sealed });
      await closeCallOf(q, { cause: followUpCause(followUpId), by: staff.id, now });
      return { ok: true, changed: true };
    });

/** Takes that back, with what was written: it waits to be done again. A call that was settled with it comes back when it is due. */
export const reopenFollowUp =
  (deps: Deps) =>
  (input: OnFollowUp): Promise<FollowUpResult> =>
    act(deps, input, 'follow_up.reopened', async (q, { followUp, adviserId }) => {
      if (followUp.doneAt === null) return { ok: true, changed: false };
      const { doneAt } = followUp;
      await updateFollowUp(q, input.followUpId, { doneAt: null, doneBy: null, note: null });
      const call = await findCallOf(q, followUpCause(input.followUpId));
      if (call && call.doneAt === doneAt)
        await openFollowUpCall(q, deps, {
          ...{ id: followUp.id, customerId: followUp.customerId, officeId: input.staff.officeId, adviserId },
        });
      return { ok: true, changed: true };
    });

/** Nobody got through: it stays to be done, and the customer is on their adviser's call list. Twice is one call. */
export const couldNotReach =
  (deps: Deps) =>
  (input: OnFollowUp): Promise<FollowUpResult> =>
    act(deps, input, 'follow_up.not_reached', async (q, { followUp, adviserId }) => {
      if (followUp.doneAt !== null) return { ok: false, reason: 'done_before' };
      if (followUp.cancelledAt !== null) return { ok: false, reason: 'over' };
      const call = await findCallOf(q, followUpCause(followUp.id));
      if (call?.doneAt === null) return { ok: true, changed: false };
      const { officeId } = input.staff;
      await openFollowUpCall(q, deps, { id: followUp.id, customerId: followUp.customerId, officeId, adviserId });
      return { ok: true, changed: true };
    });

/** Puts the customer on the call list of their adviser, to be phoned before the office closes on this working day or the next. */
export async function openFollowUpCall(
  q: Queryable,
  deps: Deps,
  about: { id: string; customerId: string; officeId: string; adviserId: string | null },
): Promise<void> {
  const now = deps.clock.now();
  const hours = await getWorkingTime(q, about.officeId);
  const { date } = wallClockOf(openFrom(now, hours), hours.zone);
  await openCall(q, {
    ...{
      id: deps.newId(),
      officeId: about.officeId,
      customerId: about.customerId,
      appointmentId: null,
      messageId: null,
    },
    ...{ ownerId: about.adviserId, reason: 'follow_up' as const, cause: followUpCause(about.id) },
    ...{ dueAt: instantAt(date, hours.closesAt, hours.zone), createdAt: now },
  });
}
