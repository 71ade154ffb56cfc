import { getTimeZone } from '@db/queries/availability.server';
import { findCurrentProfile } from '@db/queries/profiles.server';
import { listVisitTasks } from '@db/queries/visit-tasks.server';
import { listDeskVisits, listStandingVisits } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import { SKILLS_SHOWN, type TaskResult, type VisitTask } from '~/domain/assisted/visit';
import { agreementOf, comesLater, isVisitOpen, type Agreement } from '~/domain/assisted/visit-rules';
import type { Deps } from './deps';

/** What a customer sees of the visit that they asked for. */
export interface OwnVisit {
  id: string;
  wants: VisitTask;
  /** They are not at the jobcentre yet. */
  later: boolean;
  /** How many who are there asked before them; null once somebody is with them, and where they come some other day. */
  before: number | null;
  /** The first name of whoever is with them. */
  champion: string | null;
  agreement: Agreement;
  /** What was done; `ask`: whether it may be put in their profile is for them to say. */
  tasks: { task: VisitTask; result: TaskResult; ask: boolean }[];
}

/** The visit of a customer that is open, as they see it; null where none is. */
export const viewOwnVisit =
  (deps: Deps) =>
  ({ customerId, officeId }: { customerId: string; officeId: string }): Promise<OwnVisit | null> =>
    deps.db.read(async (q) => {
      const found = await findOpen(q, deps, { customerId, officeId });
      if (!found) return null;
      const { visit, champion, agreement, now, zone } = found;
      const queue = await listDeskVisits(q, { officeId, since: now + 1 });
      const waits = visit.championId === null && !comesLater(visit);
      const before = queue.filter(({ visit: one }) => {
        const ahead = one.askedAt < visit.askedAt && one.championId === null;
        return ahead && !comesLater(one) && isVisitOpen(one, zone, now);
      });
      const mayAsk = (await findCurrentProfile(q, customerId)) !== null;
      const tasks = await listVisitTasks(q, [visit.id]);
      return {
        ...{ id: visit.id, wants: visit.wants, later: comesLater(visit), agreement },
        before: waits ? before.length : null,
        champion: champion?.firstName ?? null,
        tasks: tasks.map(({ task, result, agreedAt }) => ({
          ...{ task, result },
          ask: mayAsk && result === 'alone' && agreedAt === null && SKILLS_SHOWN[task].length > 0,
        })),
      };
    });

/** What stands above a customer's every page while somebody is with them. */
export interface WithChampion {
  visitId: string;
  firstName: string;
  agreed: boolean;
}

/** Whether a champion asks to help a customer on her own screen, or may; null where neither is so. */
export const findWithChampion =
  (deps: Deps) =>
  (input: { customerId: string; officeId: string }): Promise<WithChampion | null> =>
    deps.db.read(async (q) => {
      const found = await findOpen(q, deps, input);
      if (!found?.champion || (found.agreement !== 'agreed' && found.agreement !== 'open')) return null;
      const { visit, champion, agreement } = found;
      return { visitId: visit.id, firstName: champion.firstName, agreed: agreement === 'agreed' };
    });

async function findOpen(q: Queryable, deps: Deps, { customerId, officeId }: { customerId: string; officeId: string }) {
  const standing = await listStandingVisits(q, customerId);
  if (standing.length === 0) return null;
  const zone = await getTimeZone(q, officeId);
  const now = deps.clock.now();
  const open = standing.find(({ visit }) => isVisitOpen(visit, zone, now));
  return open ? { ...open, zone, now, agreement: agreementOf(open.visit, zone, now) } : null;
}
