import type { Queryable } from '@db/client.server';
import {
  listProviderStates,
  lockProviderStates,
  updateProviderState,
  type ProviderState,
} from '@db/queries/provider-states.server';
import { listHolds } from '@db/queries/sending-holds.server';
import type { MessageSender } from '~/adapters/messaging/sender';
import type { Channel } from '~/domain/messaging/channel';
import { NEW_CIRCUIT, passage, withTrial } from '~/domain/messaging/circuit';
import { stops } from '~/domain/messaging/hold';
import { takeSlot } from '~/domain/messaging/rate';
import type { Deps } from './deps';
import { slotsAheadMs, type EngineSettings } from './engine-settings';

/** So many of a claim at most go by a provider that cannot be asked: whatever a killed worker had claimed of them, a person phones about. */
const MOST_UNKNOWABLE = 96;

/** Where a message can go by a channel. */
export type Way =
  | { kind: 'go'; sender: MessageSender; trial: boolean }
  /** Nothing goes by this channel now; not before `until` (ms), where that is known. */
  | { kind: 'wait'; why: 'provider_down' | 'paused'; until: number | null }
  /** Every provider of this channel has refused this very message. */
  | { kind: 'none' };

/** How each way out is doing, and what an operator has stopped, as one claim sees it and uses it up. */
export interface Weather {
  /** @param refusedBy the providers that will not have this message. */
  way(channel: Channel, refusedBy?: readonly string[]): Way;
}

/** Every provider is well and nothing is stopped: for looking ahead, where today's weather says nothing. */
export function fairWeather(deps: Deps): Weather {
  return {
    way(channel, refusedBy = []) {
      const sender = deps.senders.find((one) => one.channel === channel && !refusedBy.includes(one.provider));
      return sender ? { kind: 'go', sender, trial: false } : { kind: 'none' };
    },
  };
}

/** The key of a way out in the database: "twilio:sms". */
export function wayId({ provider, channel }: { provider: string; channel: string }): string {
  return `${provider}:${channel}`;
}

export type ClaimWeather = Awaited<ReturnType<typeof readWeather>>;

/**
 * Reads the weather in the claiming transaction. States that the claim may change, because slots are counted or a trial
 * is wanted, are locked; where all is well and no rate is kept nothing is, so that workers do not wait for each other.
 */
export async function readWeather(q: Queryable, deps: Deps, settings: EngineSettings) {
  const holds = await listHolds(q);
  const known = new Map((await listProviderStates(q)).map((state) => [state.id, state]));
  const ids = deps.senders.filter((one) => one.perSecond !== null || known.get(wayId(one))?.openUntil).map(wayId);
  for (const state of await lockProviderStates(q, [...new Set(ids)], deps.clock.now())) known.set(state.id, state);
  // Whoever waited for the locks asks what the time is afterwards.
  const now = deps.clock.now();
  const changed = new Set<string>();
  let unknowable = 0;
  const aheadMs = slotsAheadMs(settings);

  // Asked several times for each message.
  const wayIds = new Map(deps.senders.map((sender) => [sender, wayId(sender)]));
  for (const id of wayIds.values()) if (!known.has(id)) known.set(id, { ...NEW_CIRCUIT, id, nextSlotAt: 0 });
  const stateOf = (sender: MessageSender): ProviderState => known.get(wayIds.get(sender) ?? wayId(sender))!;
  const change = (sender: MessageSender, fields: Partial<ProviderState>) => {
    known.set(wayId(sender), { ...stateOf(sender), ...fields });
    changed.add(wayId(sender));
  };

  function way(channel: Channel, refusedBy: readonly string[] = []): Way {
    const senders = deps.senders.filter((one) => one.channel === channel && !refusedBy.includes(one.provider));
    if (senders.length === 0) return { kind: 'none' };
    if (stops(holds, channel)) return { kind: 'wait', why: 'paused', until: null };
    const reopenings: number[] = [];
    for (const sender of senders) {
      const state = stateOf(sender);
      const through = passage(state, now);
      if (through.kind !== 'blocked') return { kind: 'go', sender, trial: through.kind === 'trial' };
      // A trial is over in a moment: nobody is put off for it.
      reopenings.push((state.openUntil ?? 0) > now ? through.until : now);
    }
    const until = Math.min(...reopenings);
    return { kind: 'wait', why: 'provider_down', until: until > now ? until : null };
  }

  const isFull = (sender: MessageSender) =>
    sender.perSecond !== null &&
    takeSlot(stateOf(sender).nextSlotAt, now, { perSecond: sender.perSecond, aheadMs }).slot === null;

  return {
    now,
    way,
    /** This database came out of a backup and is not armed. */
    restored: holds.some(({ reason }) => reason === 'restored'),
    /** What the due messages that are known to wait for a channel wait for. */
    shut() {
      const channels = [...new Set(deps.senders.map(({ channel }) => channel))];
      const ways = channels.map((channel) => ({ channel, way: way(channel) }));
      return {
        waiting: ways.flatMap(({ channel, way: found }) => (found.kind === 'wait' ? [channel] : [])),
        full: ways.flatMap(({ channel, way: found }) => (found.kind === 'go' && isFull(found.sender) ? [channel] : [])),
      };
    },
    /**
     * A place for one message: a slot of the sender's rate, and the trial where it is one.
     * @returns the instant at which to hand it over (ms), or null when there is no slot left for now.
     */
    place(sender: MessageSender, messageId: string, trialUntil: number): number | null {
      if (sender.cannotBeAsked && (unknowable += 1) > MOST_UNKNOWABLE) return null;
      let slot = now;
      const { nextSlotAt } = stateOf(sender);
      if (sender.perSecond !== null) {
        const taken = takeSlot(nextSlotAt, now, { perSecond: sender.perSecond, aheadMs });
        if (taken.next !== nextSlotAt) change(sender, { nextSlotAt: taken.next });
        if (taken.slot === null) return null;
        slot = taken.slot;
      }
      const state = stateOf(sender);
      if (passage(state, now).kind === 'trial') change(sender, withTrial(state, messageId, now, trialUntil));
      return slot;
    },
    /** Writes down the slots and trials that were given away. */
    async save(): Promise<void> {
      for (const id of [...changed].toSorted()) {
        const { id: _id, ...state } = known.get(id)!;
        await updateProviderState(q, id, state);
      }
    },
  };
}

/** A slot for one message whose own went by, because its worker stood still. @returns the instant (ms), or null for none yet. */
export const takeAnotherSlot =
  (deps: Deps, settings: EngineSettings) =>
  (sender: MessageSender): Promise<number | null> =>
    deps.db.write(async (q) => {
      const [state] = await lockProviderStates(q, [wayId(sender)], deps.clock.now());
      const now = deps.clock.now();
      if (sender.perSecond === null || !state) return now;
      const rate = { perSecond: sender.perSecond, aheadMs: slotsAheadMs(settings) };
      const taken = takeSlot(state.nextSlotAt, now, rate);
      await updateProviderState(q, state.id, { nextSlotAt: taken.next });
      return taken.slot;
    });
