import { lockCustomerTies } from '@db/queries/availability.server';
import {
  closeAnsweredReasks,
  hasOpenReask,
  insertReask,
  listLatestEnds,
  listProfiled,
  listReasksOf,
  listTellingCalls,
} from '@db/queries/reasks.server';
import { needsReasking, REASK_RULES, type ReaskFacts } from '~/domain/capability/needs-reasking';
import type { ReaskReason } from '~/domain/capability/reassess';
import { groupBy } from '~/domain/group-by';
import type { Deps } from './deps';

const PAGE = 500;

/**
 * Looks at everybody who has a profile and notes who is to be asked again, and why; what was answered by a new profile is
 * closed. Twice is once, however many workers look at once: there is one open entry for each customer and reason.
 * @returns how many were noted.
 */
export const raiseReasks = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  await deps.db.write((q) => closeAnsweredReasks(q, now));
  let [after, raised] = ['', 0];
  for (;;) {
    const page = await factsAfter(deps, after, now);
    for (const { customerId, reasons } of page.found) {
      for (const reason of reasons) if (await raise(deps, customerId, reason, now)) raised += 1;
    }
    if (page.last === null) break;
    after = page.last;
  }
  if (raised > 0) deps.log.info({ raised }, 'customers are to be asked again how they are best served');
  return raised;
};

async function factsAfter(deps: Deps, after: string, now: number) {
  return deps.db.read(async (q) => {
    const people = await listProfiled(q, { after, limit: PAGE });
    const customerIds = people.map(({ customerId }) => customerId);
    if (customerIds.length === 0) return { found: [], last: null };
    const ends = groupBy(await listLatestEnds(q, customerIds), ({ customerId }) => customerId ?? '');
    const since = now - REASK_RULES.callsWithin;
    const calls = groupBy(await listTellingCalls(q, { customerIds, from: since }), ({ customerId }) => customerId);
    const before = groupBy(await listReasksOf(q, customerIds), ({ customerId }) => customerId);
    const found = people.flatMap((one) => {
      const level = one.decided ?? one.recommended;
      if (level === null || one.finishedAt === null) return [];
      const raised = before.get(one.customerId) ?? [];
      const facts: ReaskFacts = {
        ...{ level, finishedAt: one.finishedAt },
        lastUsedAt: Math.max(one.signedInAt ?? 0, one.actedAt ?? 0) || null,
        messages: (ends.get(one.customerId) ?? []).map(({ status, endedAt, createdAt }) => ({
          endedAt: endedAt ?? createdAt,
          arrived: status === 'delivered',
        })),
        calls: (calls.get(one.customerId) ?? []).map(({ createdAt }) => createdAt),
        settledAt: settled(raised),
      };
      const open = raised.filter(({ closedAt }) => closedAt === null).map(({ reason }) => reason);
      const reasons = needsReasking(facts, now).filter((reason) => !open.includes(reason));
      return reasons.length === 0 ? [] : [{ customerId: one.customerId, reasons }];
    });
    return { found, last: people.length < PAGE ? null : customerIds.at(-1)! };
  });
}

function settled(raised: readonly { reason: ReaskReason; closedAt: number | null }[]): ReaskFacts['settledAt'] {
  const latest: Partial<Record<ReaskReason, number>> = {};
  for (const { reason, closedAt } of raised) {
    if (closedAt !== null) latest[reason] = Math.max(latest[reason] ?? 0, closedAt);
  }
  return latest;
}

async function raise(deps: Deps, customerId: string, reason: ReaskReason, now: number): Promise<boolean> {
  return deps.db.write(async (q) => {
    const customer = await lockCustomerTies(q, customerId);
    if (!customer || (await hasOpenReask(q, { customerId, reason }))) return false;
    await insertReask(q, { id: deps.newId(), customerId, officeId: customer.officeId, reason, raisedAt: now });
    return true;
  });
}
