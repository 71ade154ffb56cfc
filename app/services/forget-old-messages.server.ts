import { deleteMessages, lockOldMessages } from '@db/queries/old-messages.server';
import { keptSince } from '~/domain/messaging/kept-since';
import type { Deps } from './deps';

/** Few enough that nobody waits long for a transaction that deletes them. */
const BATCH = 200;

/**
 * Throws away one batch of messages that ended more than so many months ago, with what hangs on them. The audit trail, the
 * appointment's own story, calls and reminders stay.
 * @returns how many there were, and whether there may be more.
 */
export const forgetOldMessages =
  (deps: Deps, months: number, batch = BATCH) =>
  (): Promise<{ count: number; more: boolean }> =>
    deps.db.write(async (q) => {
      const ids = await lockOldMessages(q, { before: keptSince(deps.clock.now(), months), limit: batch });
      if (ids.length > 0) await deleteMessages(q, ids);
      return { count: ids.length, more: ids.length === batch };
    });
