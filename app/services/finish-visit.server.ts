import { getTimeZone } from '@db/queries/availability.server';
import { findContactRecord, insertContactRecord, setContactWithdrawn } from '@db/queries/contact-records.server';
import {
  listHelpContacts,
  listUnendedVisits,
  lockDeskVisit,
  updateVisit,
  type VisitRow,
} from '@db/queries/visits.server';
import { listVisitTasks } from '@db/queries/visit-tasks.server';
import type { Queryable } from '@db/client.server';
import { agreementOf, isVisitOpen, SERVICE_OF_TASK, visitEndsAt, visitMinutes } from '~/domain/assisted/visit-rules';
import { MINUTE } from '~/domain/clock';
import { isThere } from './agreement-stands.server';
import type { Deps } from './deps';
import { endAgreement } from './end-agreement';
import { endVisit, TIME } from './end-visit';
import { actorOf, noteVisit } from './note-visit';
import { lockVisit, type OnVisit, type VisitChange } from './take-visit.server';

/** What a visit that nobody finished is counted as (ms). */
const UNKNOWN_LENGTH = 15 * MINUTE;

/** A visit is over: it is counted as a contact at the desk, in the name of whoever looked after them. Twice is once. On record. */
export const finishVisit =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<'over'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open } = found;
      if (visit.endedAt !== null) return { ok: true, changed: false };
      if (!open) return { ok: false, reason: 'over' };
      await endVisit(q, deps, { visit, by: 'staff', actor: actorOf(input.staff) });
      await countVisit(q, deps, visit, deps.clock.now());
      return { ok: true, changed: true };
    });

/** The contact has the id of its visit, so one visit is counted once however often it is finished. */
async function countVisit(q: Queryable, deps: Deps, visit: VisitRow, endedAt: number): Promise<void> {
  const { id, customerId, officeId, championId, takenAt, wants } = visit;
  // Somebody who went before anybody came was not helped.
  if (championId === null || takenAt === null) return;
  // A help on the champion's screen was part of it: one visit is one contact.
  for (const part of await listHelpContacts(q, id)) await setContactWithdrawn(q, { id: part, at: endedAt });
  if (await findContactRecord(q, id)) return setContactWithdrawn(q, { id, at: null });
  const [first] = await listVisitTasks(q, [id]);
  await insertContactRecord(q, {
    ...{ id, customerId, officeId, at: takenAt, channel: 'desk', direction: 'in', helped: true, note: null },
    ...{ service: SERVICE_OF_TASK[first?.task ?? wants], minutes: visitMinutes(takenAt, endedAt) },
    ...{ staffId: championId, createdAt: deps.clock.now(), withdrawnAt: null },
  });
}

/** Takes the end of a visit of today back: they are with their champion again, or wait again. Twice is once. On record. */
export const reopenVisit =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<'over'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, zone } = found;
      if (visit.endedAt === null) return { ok: true, changed: false };
      const dayIsOver = deps.clock.now() >= visitEndsAt(visit, zone);
      if (visit.endedBy !== 'staff' || dayIsOver) return { ok: false, reason: 'over' };
      await updateVisit(q, visit.id, { endedAt: null, endedBy: null });
      if (await findContactRecord(q, visit.id)) await setContactWithdrawn(q, { id: visit.id, at: deps.clock.now() });
      for (const part of await listHelpContacts(q, visit.id)) await setContactWithdrawn(q, { id: part, at: null });
      const about = { officeId: visit.officeId, visitId: visit.id, actor: actorOf(input.staff) };
      await noteVisit(q, deps, { ...about, action: 'visit.reopened' });
      return { ok: true, changed: true };
    });

/**
 * Ends what nobody ended: visits of a day that is over, agreements of half an hour ago, and those whose customer is signed in
 * nowhere any more. On record, in the name of the time. @returns how many were ended.
 */
export const endOverdueVisits = (deps: Deps) => async (): Promise<number> => {
  let ended = 0;
  for (const { visit, zone } of await deps.db.read(listUnendedVisits)) {
    const agreed = visit.agreedAt !== null && visit.agreementEndedAt === null;
    if (!agreed && isVisitOpen(visit, zone, deps.clock.now())) continue;
    if (await deps.db.write((q) => endByTime(q, deps, visit))) ended += 1;
  }
  return ended;
};

async function endByTime(q: Queryable, deps: Deps, seen: VisitRow): Promise<boolean> {
  const visit = await lockDeskVisit(q, seen);
  if (!visit || visit.endedAt !== null) return false;
  const now = deps.clock.now();
  const zone = await getTimeZone(q, visit.officeId);
  const byTime = { visit, by: 'time' as const, actor: TIME };
  if (!isVisitOpen(visit, zone, now)) {
    await endVisit(q, deps, byTime);
    // Whoever was helped was helped, also where nobody pressed the button; how long it took is not known.
    if (visit.takenAt !== null) await countVisit(q, deps, visit, visit.takenAt + UNKNOWN_LENGTH);
    return true;
  }
  const stands = agreementOf(visit, zone, now) === 'agreed' && (await isThere(q, visit.customerId, now));
  return stands ? false : endAgreement(q, deps, byTime);
}
