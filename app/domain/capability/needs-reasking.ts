import { DAY } from '../clock';
import type { CallReason } from '../messaging/call-list';
import type { Level } from './assess-capability';
import { REASK_REASONS, type ReaskReason } from './reassess';

/** When somebody is asked again. Times in ms. Source: docs/channels.md, asking again. */
export const REASK_RULES = {
  /** A profile this old is asked for again, whatever it says. */
  oldAfter: 183 * DAY,
  /** Whoever is served online is expected to have used the portal within this time. */
  usesWithin: 91 * DAY,
  /** So many of the latest messages, one after the other, did not arrive. */
  undelivered: 3,
  /** So many calls within `callsWithin` stand for what messages were to do. */
  calls: 3,
  callsWithin: 60 * DAY,
} as const;

/**
 * The calls that say that messages do not do for somebody, or that they would rather talk. What follows a meeting, a plan or a
 * change of adviser says nothing of that, nor does a call that is for their safety.
 */
export const TELLING_CALLS = [
  'no_other_way',
  'not_delivered',
  'not_confirmed',
  'out_of_time',
  'asked_for_call',
] as const satisfies readonly CallReason[];

/** What is known of somebody who has a finished profile. Instants in ms. */
export interface ReaskFacts {
  /** The level in effect. */
  level: Level;
  finishedAt: number;
  /** When they last signed in, or did something in the portal themselves, at a shared computer too; null: never. */
  lastUsedAt: number | null;
  /** The latest messages whose end is known, the newest first. */
  messages: readonly { endedAt: number; arrived: boolean }[];
  /** When each of their telling calls of late was asked for. */
  calls: readonly number[];
  /** When each reason was last settled by a person who said that it was not needed: what was before counts no more. */
  settledAt: Readonly<Partial<Record<ReaskReason, number>>>;
}

/** Why somebody is to be asked again at `now`; nothing, as a rule. It says only that the questions are asked anew, and changes no level. */
export function needsReasking(facts: ReaskFacts, now: number): ReaskReason[] {
  const since = (reason: ReaskReason) => Math.max(facts.finishedAt, facts.settledAt[reason] ?? 0);
  const isOnline = facts.level !== 'assisted';
  const lately = facts.messages
    .filter(({ endedAt }) => endedAt > since('undelivered'))
    .slice(0, REASK_RULES.undelivered);
  const calls = facts.calls.filter((at) => at > since('always_on_call_list') && at > now - REASK_RULES.callsWithin);
  const holds: Record<ReaskReason, boolean> = {
    six_months: now >= since('six_months') + REASK_RULES.oldAfter,
    undelivered: isOnline && lately.length >= REASK_RULES.undelivered && lately.every(({ arrived }) => !arrived),
    never_signs_in:
      isOnline && now >= Math.max(since('never_signs_in'), facts.lastUsedAt ?? 0) + REASK_RULES.usesWithin,
    always_on_call_list: isOnline && calls.length >= REASK_RULES.calls,
  };
  return REASK_REASONS.filter((reason) => holds[reason]);
}
