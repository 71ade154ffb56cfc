import { getTimeZone } from '@db/queries/availability.server';
import { lockOwnVisit, updateVisit } from '@db/queries/visits.server';
import { agreementOf } from '~/domain/assisted/visit-rules';
import type { Deps } from './deps';
import { endAgreement } from './end-agreement';
import { actorOf, noteVisit } from './note-visit';
import type { SignedInCustomer } from './sessions.server';
import { lockVisit, NO_AGREEMENT, type OnVisit, type VisitChange } from './take-visit.server';

interface OnOwnVisit {
  /** Themselves: nobody agrees for somebody else. */
  person: SignedInCustomer;
  id: string;
}

/**
 * A customer answers whether the champion who looks after them may help on her own screen: for this visit, and for half an
 * hour at the most. Only they themselves can say so. The same answer twice is once. On record.
 */
export const answerVisit =
  (deps: Deps) =>
  ({ person, id, yes }: OnOwnVisit & { yes: boolean }): Promise<VisitChange<'over'>> =>
    deps.db.write(async (q) => {
      const visit = person.help ? null : await lockOwnVisit(q, { id, customerId: person.id });
      if (!visit) return { ok: false, reason: 'not_found' };
      const at = deps.clock.now();
      const state = agreementOf(visit, await getTimeZone(q, visit.officeId), at);
      if (state === 'agreed' && yes) return { ok: true, changed: false };
      if (state !== 'open') return { ok: false, reason: 'over' };
      await updateVisit(q, id, yes ? { agreedAt: at } : { agreementEndedAt: at, agreementEndedBy: 'customer' });
      const about = { officeId: visit.officeId, visitId: id, actor: actorOf(person) };
      await noteVisit(q, deps, { ...about, action: yes ? 'visit.agreed' : 'visit.refused' });
      return { ok: true, changed: true };
    });

/** "Stop": the customer ends it at once, and the champion's session with it. Twice is once. On record. */
export const stopVisitHelp =
  (deps: Deps) =>
  ({ person, id }: OnOwnVisit): Promise<{ ok: boolean }> =>
    deps.db.write(async (q) => {
      const visit = person.help ? null : await lockOwnVisit(q, { id, customerId: person.id });
      if (!visit) return { ok: false };
      await endAgreement(q, deps, { visit, by: 'customer', actor: actorOf(person) });
      return { ok: true };
    });

/** The same by the colleague at the desk. */
export const endVisitAgreement =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<never>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const by = { by: 'staff' as const, actor: actorOf(input.staff) };
      return { ok: true, changed: await endAgreement(q, deps, { visit: found.visit, ...by }) };
    });

/** The customer is asked once more, after a no or an end; what was agreed to before does not come back. On record. */
export const askAgainAtVisit =
  (deps: Deps) =>
  (input: OnVisit): Promise<VisitChange<'over'>> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open, zone } = found;
      if (!open || visit.championId !== input.staff.id) return { ok: false, reason: 'over' };
      if (agreementOf(visit, zone, deps.clock.now()) !== 'ended') return { ok: true, changed: false };
      await endAgreement(q, deps, { visit, by: 'time', actor: actorOf(input.staff) });
      await updateVisit(q, visit.id, NO_AGREEMENT);
      const about = { officeId: visit.officeId, visitId: visit.id, actor: actorOf(input.staff) };
      await noteVisit(q, deps, { ...about, action: 'visit.asked_again' });
      return { ok: true, changed: true };
    });
