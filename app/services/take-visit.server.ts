import { getTimeZone } from '@db/queries/availability.server';
import { lockDeskVisit, updateVisit, type VisitRow } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import { isVisitOpen } from '~/domain/assisted/visit-rules';
import type { Deps } from './deps';
import { endAgreement } from './end-agreement';
import { actorOf, noteVisit } from './note-visit';
import type { SignedInStaff } from './sessions.server';

/** A visit of the colleague's office. */
export interface OnVisit {
  staff: SignedInStaff;
  id: string;
}

export type VisitChange<Reason extends string> =
  { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | Reason };

/** A visit of the colleague's office, locked, and whether it is open at present; null when there is none. */
export async function lockVisit(
  q: Queryable,
  deps: Deps,
  { staff, id }: OnVisit,
): Promise<{ visit: VisitRow; open: boolean; zone: string } | null> {
  const visit = await lockDeskVisit(q, { id, officeId: staff.officeId });
  if (!visit) return null;
  const zone = await getTimeZone(q, staff.officeId);
  return { visit, zone, open: isVisitOpen(visit, zone, deps.clock.now()) };
}

/** "I'm with them": whoever presses first looks after somebody; of two at once the other is told. On record. */
export const takeVisit =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<'over' | 'taken_by_other'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open } = found;
      if (!open) return { ok: false, reason: 'over' };
      if (visit.championId !== null) {
        return visit.championId === input.staff.id
          ? { ok: true, changed: false }
          : { ok: false, reason: 'taken_by_other' };
      }
      await updateVisit(q, visit.id, { championId: input.staff.id, takenAt: deps.clock.now() });
      await note(q, deps, input, 'visit.taken');
      return { ok: true, changed: true };
    });

/** Somebody waits again, for whoever comes first; what they agreed to was for this champion, and ends. On record. */
export const putBackVisit =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<'over'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open } = found;
      if (!open) return { ok: false, reason: 'over' };
      if (visit.championId === null) return { ok: true, changed: false };
      await endAgreement(q, deps, { visit, by: 'staff', actor: actorOf(input.staff) });
      const nobody = { championId: null, takenAt: null };
      await updateVisit(q, visit.id, { ...nobody, ...NO_AGREEMENT });
      await note(q, deps, input, 'visit.put_back');
      return { ok: true, changed: true };
    });

/** As if nobody had been asked. */
export const NO_AGREEMENT = { agreedAt: null, agreementEndedAt: null, agreementEndedBy: null };

function note(q: Queryable, deps: Deps, { staff, id }: OnVisit, action: 'visit.taken' | 'visit.put_back') {
  return noteVisit(q, deps, { officeId: staff.officeId, visitId: id, actor: actorOf(staff), action });
}
