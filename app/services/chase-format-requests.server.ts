import { listCustomersToKeep, listRequestsToChase, updateFormatRequest } from '@db/queries/format-requests.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { chaseStage } from '~/domain/assisted/readiness';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { WorkingTime } from '~/domain/time/working-time';
import type { Deps } from './deps';
import { keepFormatRequests } from './keep-format-requests.server';

const AT_ONCE = 100;
const AT_MOST = 500;
/** Due further ahead than this nothing is pressing, whatever the holidays. */
const DAYS_AHEAD = 14;

/**
 * What the worker does for other formats: requests fit needs and meetings again, whoever changed these, and those that are
 * pressing are marked as chased, once a day.
 * @returns how many it changed, and how many it chased.
 */
export const chaseFormatRequests = (deps: Deps) => async (): Promise<{ changed: number; chased: number }> => {
  const customers = await deps.db.read(listCustomersToKeep);
  let changed = 0;
  for (let n = 0; n < customers.length; n += AT_ONCE)
    changed += await deps.db.write((q) => keepFormatRequests(q, deps, customers.slice(n, n + AT_ONCE)));
  const chased = await chase(deps);
  if (changed + chased > 0) deps.log.info({ changed, chased }, 'requests for other formats');
  return { changed, chased };
};

async function chase(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const until = addDays(wallClockOf(now, 'UTC').date, DAYS_AHEAD);
  return deps.db.write(async (q) => {
    const hours = new Map<string, WorkingTime>();
    let chased = 0;
    for (const request of await listRequestsToChase(q, { until, limit: AT_MOST })) {
      const { officeId, meetsAt, paper, chasedAt } = request;
      const office = hours.get(officeId) ?? (await getWorkingTime(q, officeId));
      hours.set(officeId, office);
      const dayOf = (at: number) => wallClockOf(at, office.zone).date;
      const meetingOn = paper === null && meetsAt !== null ? dayOf(meetsAt) : null;
      const today = dayOf(now);
      if (chaseStage({ ...request, meetingOn }, today, office.holidays) === 'none') continue;
      if (chasedAt !== null && dayOf(chasedAt) === today) continue;
      await updateFormatRequest(q, request.id, { chasedAt: now });
      chased += 1;
    }
    return chased;
  });
}
