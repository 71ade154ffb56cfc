import { deleteFeed, findFeed, saveFeed } from '@db/queries/calendar-feeds.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import type { Queryable } from '@db/client.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { tokenBehind } from './token-behind';

/** The address of a customer's own calendar feed; null while there is none. It is derived anew: only its hash is stored. */
export const viewCalendarFeed =
  (deps: Deps) =>
  async (input: { customerId: string }): Promise<{ address: string | null }> => {
    const feed = await deps.db.read((q) => findFeed(q, input.customerId));
    if (!feed) return { address: null };
    const token = tokenBehind(deps, feed.customerId, feed);
    return { address: token && `${deps.publicUrl}/calendar/${token}.ics` };
  };

/** Makes a feed, or another address for the one there is; the old address then leads nowhere. On record. */
export const makeCalendarFeed = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.write(async (q) => {
    const { customerId } = input;
    const ties = await lockCustomerTies(q, customerId);
    if (!ties) throw new Error('a session belongs to nobody');
    const version = ((await findFeed(q, customerId))?.version ?? 0) + 1;
    const createdAt = deps.clock.now();
    const tokenHash = deps.vault.hashSecret(deps.vault.feedToken(customerId, version, createdAt));
    await saveFeed(q, { customerId, tokenHash, version, createdAt });
    await onRecord(q, deps, { customerId, officeId: ties.officeId, action: 'calendar_feed.made' });
  });

/** Ends the feed; its address leads nowhere from now on. Twice is once. On record. */
export const endCalendarFeed = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.write(async (q) => {
    const { customerId } = input;
    const ties = await lockCustomerTies(q, customerId);
    if (!ties || !(await findFeed(q, customerId))) return;
    await deleteFeed(q, customerId);
    await onRecord(q, deps, { customerId, officeId: ties.officeId, action: 'calendar_feed.ended' });
  });

function onRecord(
  q: Queryable,
  deps: Deps,
  fact: { customerId: string; officeId: string; action: 'calendar_feed.made' | 'calendar_feed.ended' },
) {
  const { customerId, officeId, action } = fact;
  const actor = { kind: 'customer' as const, id: customerId };
  const subject = { subjectKind: 'customer', subjectId: customerId };
  return appendAudit(q, deps, { chain: officeChain(officeId), actor, action, ...subject });
}
