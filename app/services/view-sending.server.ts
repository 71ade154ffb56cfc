import { findOldestDue } from '@db/queries/messages.server';
import { countDueMessages, countMessagesByProvider } from '@db/queries/operations.server';
import { listProviderStates } from '@db/queries/provider-states.server';
import { listHolds } from '@db/queries/sending-holds.server';
import { MINUTE, SECOND } from '~/domain/clock';
import { failureKindOf } from '~/domain/messaging/failed-attempt';
import { passage } from '~/domain/messaging/circuit';
import type { Deps } from './deps';

/** A message that could have gone out for longer than this is late. */
const LATE = 5 * MINUTE;

/** How the sending of messages stands: how many are in which state, what is late, what is stopped, and who is down. */
export const viewSending = (deps: Deps) => async () => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const oldest = await findOldestDue(q, now);
    const counted = await countMessagesByProvider(q);
    return {
      messages: counted,
      failures: counted.flatMap(({ provider, reason, count }) => {
        const kind = failureKindOf(reason);
        return kind === null ? [] : [{ provider, kind, count }];
      }),
      ...(await countDueMessages(q, { now, lateBefore: now - LATE })),
      unknown: counted.filter(({ status }) => status === 'unknown').reduce((sum, { count }) => sum + count, 0),
      oldestDueSeconds: oldest === null ? 0 : (now - oldest) / SECOND,
      holds: await listHolds(q),
      providers: (await listProviderStates(q)).map((state) => {
        const [provider = '', channel = ''] = state.id.split(':');
        const through = passage(state, now).kind;
        return { ...state, provider, channel, through };
      }),
    };
  });
};
