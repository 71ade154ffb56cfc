import { findOldestDue } from '@db/queries/messages.server';
import {
  countDueMessages,
  countEndedMessages,
  countOpenCalls,
  countUnknownMessages,
  findLastWorkerSign,
} from '@db/queries/operations.server';
import { listProviderStates } from '@db/queries/provider-states.server';
import { listHolds } from '@db/queries/sending-holds.server';
import { listLatestRuns } from '@db/queries/timetable.server';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { failureKindOf } from '~/domain/messaging/failed-attempt';
import { passage } from '~/domain/messaging/circuit';
import type { Deps } from './deps';

/** A message that could have gone out for longer than this is late. */
const LATE = 5 * MINUTE;
/** How far back what has become of messages is counted: long enough to judge by, short enough to be counted at any time. */
const LATELY = HOUR;

/**
 * How the sending of messages stands: what has become of those of the last hour, what is due, late or unknown, what is
 * stopped, who is down, and the calls to make. Cheap however large the ledger.
 */
export const viewSending = (deps: Deps) => async () => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const oldest = await findOldestDue(q, now);
    const ended = await countEndedMessages(q, now - LATELY);
    const unknownBy = await countUnknownMessages(q);
    return {
      ended,
      failures: ended.flatMap(({ provider, channel, reason, count }) => {
        const kind = failureKindOf(reason);
        return kind === null ? [] : [{ provider, channel, kind, count }];
      }),
      ...(await countDueMessages(q, { now, lateBefore: now - LATE })),
      unknownBy,
      unknown: unknownBy.reduce((sum, { count }) => sum + count, 0),
      oldestDueSeconds: oldest === null ? 0 : (now - oldest) / SECOND,
      calls: await countOpenCalls(q, now),
      /** When any worker last gave a sign of life (ms), or null when none ever did. */
      workerSeenAt: await findLastWorkerSign(q),
      /** What the workers share, and when it was last done; what no version does any more is left out after a week. */
      tasks: (await listLatestRuns(q)).filter(({ begunAt }) => begunAt > now - 7 * DAY),
      holds: await listHolds(q),
      providers: (await listProviderStates(q)).map((state) => {
        const [provider = '', channel = ''] = state.id.split(':');
        const through = passage(state, now).kind;
        return { ...state, provider, channel, through };
      }),
    };
  });
};
