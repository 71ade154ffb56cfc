import { lockProviderStates, listProviderStates, updateProviderState } from '@db/queries/provider-states.server';
import { bringForward, deletePauses, insertPause } from '@db/queries/sending-holds.server';
import type { Channel } from '~/domain/messaging/channel';
import { NEW_CIRCUIT } from '~/domain/messaging/circuit';
import type { HoldScope } from '~/domain/messaging/hold';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

/** What was done, for the audit trail. */
function fact(action: 'sending.paused' | 'sending.resumed', scope: HoldScope, by: string) {
  const actor = { kind: 'command', id: null } as const;
  return { chain: 'service', actor, action, subjectKind: 'channel', subjectId: scope, detail: by } as const;
}

/**
 * Stops a channel, or everything, from the next claim on, also what is claimed and not handed over yet. Messages wait; when
 * the latest moment of a reminder nears it goes another way, at last to the call list, which is never stopped.
 * @param by who or what, as the audit trail and `status` show it.
 * @returns false when it was stopped already.
 */
export const pauseSending =
  (deps: Deps) =>
  async ({ scope, by }: { scope: HoldScope; by: string }): Promise<boolean> => {
    const made = await deps.db.write(async (q) => {
      const inserted = await insertPause(q, { scope, since: deps.clock.now(), by });
      if (inserted) await appendAudit(q, deps, fact('sending.paused', scope, by));
      return inserted;
    });
    deps.log.warn({ scope, by, made }, 'sending is paused by a command');
    return made;
  };

export interface Resumed {
  /** What an operator had stopped. */
  pauses: HoldScope[];
  /** Ways out that had been left alone because of faults, as "twilio:sms". */
  providers: string[];
}

/**
 * Takes away what an operator has stopped, and forgets the faults of providers, so that messages go at once. For `all`, in
 * every scope; for a channel, in that one only. A copy that is not armed stays stopped.
 */
export const resumeSending =
  (deps: Deps) =>
  async ({ scope, by }: { scope: HoldScope; by: string }): Promise<Resumed> => {
    const resumed = await deps.db.write(async (q) => {
      const now = deps.clock.now();
      const channels: Channel[] = scope === 'all' ? ['sms', 'email', 'voice', 'letter'] : [scope as Channel];
      const pauses = await deletePauses(q, scope === 'all' ? ['all', ...channels] : [scope]);
      const stopped = (await listProviderStates(q)).filter(
        ({ id, openUntil, failures }) =>
          channels.some((channel) => id.endsWith(`:${channel}`)) && (openUntil !== null || failures > 0),
      );
      const locked = await lockProviderStates(q, stopped.map(({ id }) => id), now); // prettier-ignore
      for (const { id } of locked) await updateProviderState(q, id, { ...NEW_CIRCUIT, updatedAt: now });
      await bringForward(q, channels, now);
      await appendAudit(q, deps, fact('sending.resumed', scope, by));
      return { pauses, providers: locked.map(({ id }) => id) };
    });
    deps.log.warn({ scope, by, ...resumed }, 'sending is resumed by a command');
    return resumed;
  };
