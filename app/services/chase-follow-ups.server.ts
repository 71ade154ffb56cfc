import { findCallOf, followUpCause, listFollowUpsToCall, lockOfficeFollowUp } from '@db/queries/follow-ups.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { CALL_AFTER, isCallDue } from '~/domain/plan/follow-up';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { openFollowUpCall } from './do-follow-up.server';

/** At once; the rest comes a minute later. */
const AT_MOST = 200;

/**
 * Puts customers on their adviser's call list whose plan nobody has asked after, `CALL_AFTER` working days after the day for
 * it: one call for a follow-up, whatever comes of it and however many workers look at once.
 * @returns how many calls were asked for.
 */
export const chaseFollowUps = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  // No zone is more than a day ahead of another's date.
  const before = addDays(wallClockOf(now, 'UTC').date, 2 - CALL_AFTER);
  const waiting = await deps.db.read((q) => listFollowUpsToCall(q, { before, limit: AT_MOST }));
  let asked = 0;
  for (const { id, officeId } of waiting) {
    const opened = await deps.db.write(async (q) => {
      const locked = await lockOfficeFollowUp(q, { id, officeId });
      const hours = await getWorkingTime(q, officeId);
      if (!locked || !isCallDue(locked.followUp, wallClockOf(now, hours.zone).date, hours.holidays)) return false;
      if (await findCallOf(q, followUpCause(id))) return false;
      const { customerId } = locked.followUp;
      await openFollowUpCall(q, deps, { id, customerId, officeId, adviserId: locked.adviserId });
      return true;
    });
    if (opened) asked += 1;
  }
  if (asked > 0) deps.log.info({ calls: asked }, 'calls asked for about plans that nobody asked after');
  return asked;
};
