import { agreementOf } from '~/domain/assisted/visit-rules';
import { isThere } from './agreement-stands.server';
import { beginHelp } from './begin-help.server';
import type { Deps } from './deps';
import { actorOf, noteVisit } from './note-visit';
import { lockVisit, type OnVisit } from './take-visit.server';

export type BeginJointHelpResult =
  { ok: true; secret: string } | { ok: false; reason: 'not_found' | 'over' | 'taken_by_other' | 'no_agreement' };

/**
 * Whoever looks after somebody uses their pages on a screen of her own: only while they have agreed to it, and are signed in
 * themselves, so that they see it and can stop it. On record.
 */
export const beginJointHelp =
  (deps: Deps) =>
  (input: OnVisit): Promise<BeginJointHelpResult> =>
    deps.db.write(async (q) => {
      const found = await lockVisit(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      const { visit, open, zone } = found;
      const { staff } = input;
      if (!open) return { ok: false, reason: 'over' };
      if (visit.championId !== staff.id) return { ok: false, reason: 'taken_by_other' };
      const now = deps.clock.now();
      const agreed = agreementOf(visit, zone, now) === 'agreed';
      if (!agreed || !(await isThere(q, visit.customerId, now))) return { ok: false, reason: 'no_agreement' };
      const { customerId, id: visitId } = visit;
      const help = await beginHelp(q, deps, { staff, customerId, way: 'joint', identity: 'consent', visitId });
      if (!help) return { ok: false, reason: 'not_found' };
      const about = { officeId: visit.officeId, visitId, actor: actorOf(staff) };
      await noteVisit(q, deps, { ...about, action: 'visit.joint_help_begun' });
      return { ok: true, secret: help.secret };
    });
