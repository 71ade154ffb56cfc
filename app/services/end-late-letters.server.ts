import { lockLateLetters } from '@db/queries/letters.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { updateMessage } from '@db/queries/messages.server';
import type { Deps } from './deps';
import { callInstead } from './follow-up.server';

const BATCH = 100;

/**
 * Letters that nobody has posted in time leave the queue, and a person phones instead.
 * @returns true when there are more.
 */
export const endLateLetters = (deps: Deps) => (): Promise<boolean> =>
  deps.db.write(async (q) => {
    const now = deps.clock.now();
    const late = await lockLateLetters(q, now, BATCH);
    for (const message of late) {
      await updateMessage(q, message.id, { status: 'expired', reason: 'out_of_time', finishedAt: now });
      await insertMessageEvents(q, [
        {
          id: deps.newId(),
          messageId: message.id,
          at: now,
          status: 'expired',
          source: 'worker',
          detail: 'not_posted_in_time',
          newsKey: 'not_posted_in_time',
        },
      ]);
      await callInstead(q, deps, message, 'out_of_time');
    }
    return late.length === BATCH;
  });
