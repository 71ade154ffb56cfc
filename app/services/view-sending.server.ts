import { findOldestDue } from '@db/queries/messages.server';
import { countDueMessages, countMessagesByProvider } from '@db/queries/operations.server';
import { SECOND } from '~/domain/clock';
import type { Deps } from './deps';

/** How the sending of messages stands: how many are in which state, and how long the oldest due one waits. */
export const viewSending = (deps: Deps) => async () => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const oldest = await findOldestDue(q, now);
    return {
      messages: await countMessagesByProvider(q),
      due: await countDueMessages(q, now),
      oldestDueSeconds: oldest === null ? 0 : (now - oldest) / SECOND,
    };
  });
};
