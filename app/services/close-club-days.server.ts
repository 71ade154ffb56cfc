import { getTimeZone } from '@db/queries/availability.server';
import { endClosure, insertClosure } from '@db/queries/kept-clubs.server';
import { isDate } from '~/domain/appointment/chosen-day';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { openKeptClub } from './kept-club.server';
import type { SignedInStaff } from './sessions.server';
import { tellGoersOf } from './tell-goers.server';

export type ClosureProblem = 'from_missing' | 'until_missing' | 'until_before' | 'over' | 'too_long';

const LONGEST_REASON = 100;

/**
 * Says that a club does not meet on some days. Whoever said that they go on one of them is told, and not reminded of it. On
 * record.
 * @param input.id made by the form, so that sending it twice closes once.
 */
export const closeClubDays =
  (deps: Deps) =>
  (input: {
    staff: SignedInStaff;
    ref: string;
    id: string;
    fromOn: string;
    untilOn: string;
    reason: string;
  }): Promise<{ ok: true; id: string } | { ok: false; reason: 'not_found' | ClosureProblem }> =>
    deps.db.write(async (q) => {
      const { staff, id, fromOn } = input;
      const opened = await openKeptClub(q, deps, input);
      if (!opened) return { ok: false, reason: 'not_found' };
      const untilOn = input.untilOn === '' ? fromOn : input.untilOn;
      if (!isDate(fromOn)) return { ok: false, reason: 'from_missing' };
      if (!isDate(untilOn)) return { ok: false, reason: 'until_missing' };
      if (untilOn < fromOn) return { ok: false, reason: 'until_before' };
      const today = wallClockOf(deps.clock.now(), await getTimeZone(q, staff.officeId)).date;
      if (untilOn < today) return { ok: false, reason: 'over' };
      if (input.reason.length > LONGEST_REASON) return { ok: false, reason: 'too_long' };
      const added = await insertClosure(q, { id, clubId: opened.club.id, fromOn, untilOn, reason: input.reason });
      if (!added) return { ok: true, id };
      await tellGoersOf(q, deps, opened.club, ({ heldOn }) => fromOn <= heldOn && heldOn <= untilOn);
      await opened.record('club.days_closed', `${fromOn} ${untilOn}`);
      return { ok: true, id };
    });

/** Takes back that a club does not meet on some days, or says it again. Nobody is told that it does: they look it up. */
export const setClosureEnded =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; ref: string; id: string; ended: boolean }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const opened = await openKeptClub(q, deps, input);
      if (!opened) return false;
      const endedAt = input.ended ? deps.clock.now() : null;
      const days = await endClosure(q, { id: input.id, clubId: opened.club.id, endedAt });
      if (!days) return false;
      if (!input.ended) {
        await tellGoersOf(q, deps, opened.club, ({ heldOn }) => days.fromOn <= heldOn && heldOn <= days.untilOn);
      }
      await opened.record(input.ended ? 'club.days_opened' : 'club.days_closed', `${days.fromOn} ${days.untilOn}`);
      return true;
    });
