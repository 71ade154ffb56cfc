import { lockOwnVisit, type VisitRow } from '@db/queries/visits.server';
import {
  deleteVisitTask,
  findVisitTask,
  insertVisitTask,
  updateVisitTask,
  type VisitTaskRow,
} from '@db/queries/visit-tasks.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { deleteProfileOfEvidence } from '@db/queries/evidence-profiles.server';
import { findCurrentProfile } from '@db/queries/profiles.server';
import { findMember } from '@db/queries/office-staff.server';
import type { Queryable } from '@db/client.server';
import { SKILLS_SHOWN, type TaskResult, type VisitTask } from '~/domain/assisted/visit';
import type { Deps } from './deps';
import { moveProfileByEvidence } from './move-profile.server';
import { actorOf, noteVisit } from './note-visit';
import type { SignedInCustomer, SignedInStaff } from './sessions.server';
import { lockVisit, type OnVisit, type VisitChange } from './take-visit.server';

export type RecordTaskResult =
  | { ok: true; changed: boolean; profile: 'moved' | 'none' | 'not_asked' }
  | { ok: false; reason: 'not_found' | 'over' | 'moved_on' };

/**
 * Writes down what was done at a visit and whether they can now do it alone; a task stands once, and the last word counts. Only
 * where they agreed does their profile move by it. On record, without words.
 * @param input.agreed that they said aloud that it may be put in their profile.
 */
export const recordVisitTask =
  (deps: Deps) =>
  (input: OnVisit & { task: VisitTask; result: TaskResult; agreed: boolean }): Promise<RecordTaskResult> =>
    deps.db.write(async (q) => {
      const { staff, id, task, result, agreed } = input;
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open } = found;
      if (!open || visit.championId === null) return { ok: false, reason: 'over' };
      const before = await findVisitTask(q, { visitId: id, task });
      const moves = agreed && result === 'alone' && SKILLS_SHOWN[task].length > 0;
      if (before?.result === result && (before.agreedAt !== null || !moves))
        return { ok: true, changed: false, profile: before.profileId === null ? 'not_asked' : 'moved' };
      if (before && !(await takeBackProfile(q, visit, before))) return { ok: false, reason: 'moved_on' };
      if (before) await deleteVisitTask(q, before.id);
      const at = deps.clock.now();
      const row = { id: deps.newId(), visitId: id, task, at, result, agreedAt: null, profileId: null };
      await insertVisitTask(q, row);
      const profileId = moves ? await moveProfile(q, deps, visit, row, staff) : null;
      const about = { officeId: visit.officeId, visitId: id, actor: actorOf(staff) };
      await noteVisit(q, deps, { ...about, action: 'visit.task_recorded', detail: `${task} ${result}` });
      return { ok: true, changed: true, profile: !moves ? 'not_asked' : profileId === null ? 'none' : 'moved' };
    });

/** Takes a result back, and what the profile had from it; not where the profile has moved on since. On record. */
export const undoVisitTask =
  (deps: Deps) =>
  (input: OnVisit & { task: VisitTask }): Promise<VisitChange<'moved_on'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit } = found;
      const row = await findVisitTask(q, { visitId: visit.id, task: input.task });
      if (!row) return { ok: true, changed: false };
      if (!(await takeBackProfile(q, visit, row))) return { ok: false, reason: 'moved_on' };
      await deleteVisitTask(q, row.id);
      const about = { officeId: visit.officeId, visitId: visit.id, actor: actorOf(input.staff) };
      await noteVisit(q, deps, { ...about, action: 'visit.task_undone', detail: input.task });
      return { ok: true, changed: true };
    });

/** The customer agrees on their own screen that something they can now do alone is put in their profile. Twice is once. On record. */
export const agreeToResult =
  (deps: Deps) =>
  (input: { person: SignedInCustomer; id: string; task: VisitTask }): Promise<{ ok: boolean }> =>
    deps.db.write(async (q) => {
      const { person, id, task } = input;
      const visit = person.help ? null : await lockOwnVisit(q, { id, customerId: person.id });
      if (!visit) return { ok: false };
      const row = await findVisitTask(q, { visitId: id, task });
      if (row?.result !== 'alone' || SKILLS_SHOWN[task].length === 0) return { ok: false };
      if (row.agreedAt !== null || visit.championId === null) return { ok: true };
      const champion = await findMember(q, { id: visit.championId, officeId: visit.officeId });
      if (!champion) return { ok: true };
      await moveProfile(q, deps, visit, row, { kind: 'staff', ...champion });
      const about = { officeId: visit.officeId, visitId: id, actor: actorOf(person) };
      await noteVisit(q, deps, { ...about, action: 'visit.profile_agreed', detail: task });
      return { ok: true };
    });

/** @returns the id of the profile that took it over; null where there is nothing in it changes. */
async function moveProfile(
  q: Queryable,
  deps: Deps,
  visit: VisitRow,
  row: VisitTaskRow,
  staff: SignedInStaff,
): Promise<string | null> {
  await lockOfficeCustomer(q, { id: visit.customerId, officeId: visit.officeId });
  const agreedAt = deps.clock.now();
  const { customerId } = visit;
  const skills = SKILLS_SHOWN[row.task];
  const profileId = await moveProfileByEvidence(q, deps, { customerId, staff, skills, agreedAt });
  await updateVisitTask(q, row.id, { agreedAt, profileId });
  return profileId;
}

/** @returns false where the profile that it moved is no longer the newest, or somebody has decided on it: then it stays as it is. */
async function takeBackProfile(q: Queryable, visit: VisitRow, row: VisitTaskRow): Promise<boolean> {
  if (row.profileId === null) return true;
  await lockOfficeCustomer(q, { id: visit.customerId, officeId: visit.officeId });
  const current = await findCurrentProfile(q, visit.customerId);
  if (current?.id !== row.profileId || current.decidedAt !== null) return false;
  await deleteProfileOfEvidence(q, row.profileId);
  return true;
}
