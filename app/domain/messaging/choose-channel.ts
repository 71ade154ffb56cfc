import type { Level } from '../capability/assess-capability';
import type { ContactPoint } from '../contact/contact-point';
import type { Channel } from './channel';

/** Why a channel was chosen, or why a person has to phone. Stored with the message and shown. */
export const CHANNEL_REASONS = [
  'preference',
  'profile',
  'mobile_works',
  'email_works',
  'next_after_failure',
  'no_contact_point',
  'only_landline',
  'landline_works',
  'post_in_time',
  'safety',
  'opted_out',
  'all_failed',
  'shared_number',
] as const;
export type ChannelReason = (typeof CHANNEL_REASONS)[number];

/** What routing has to know about a person. */
export interface Reach {
  preferred: Channel | null;
  /** How they are best served, as their profile has it; null: nobody has asked. It changes the order, and opens nothing. */
  level: Level | null;
  /** For the person's safety nothing may be sent, and nobody may ring, whatever else is known. */
  noMessages: boolean;
  /** A letter that is posted now would come in time. */
  letterInTime: boolean;
  contactPoints: readonly ContactPoint[];
}

export type ChannelChoice =
  | { channel: Exclude<Channel, 'call_list'>; contactPointId: string; reason: ChannelReason }
  | { channel: 'call_list'; reason: ChannelReason };

/** Which contact points a channel can use. A landline never gets a text: it would be read out or lost. */
const WAYS = [
  { channel: 'sms', kinds: ['mobile'] },
  { channel: 'email', kinds: ['email'] },
  { channel: 'voice', kinds: ['mobile', 'landline'] },
  { channel: 'letter', kinds: ['post'] },
] as const;

/** Who is served by people is rung or written to first: text and email are what they said they do not use, or cannot. */
const BY_PEOPLE = ['voice', 'letter', 'sms', 'email'] as const;
const WAYS_BY_PEOPLE = BY_PEOPLE.map((channel) => WAYS.find((way) => way.channel === channel)!);

/** What is dead never works again; what nobody has checked may be somebody else's. */
const isInUse = ({ health }: ContactPoint) => health !== 'dead' && health !== 'unchecked';

const REASON: Record<ContactPoint['kind'], ChannelReason> = {
  mobile: 'mobile_works',
  email: 'email_works',
  landline: 'landline_works',
  post: 'post_in_time',
};

/**
 * Chooses how to reach a person: nothing at all where their safety asks for it; the channel that they prefer, else
 * text, email, voice call, letter, whichever still can work; for whom the profile says `assisted` the voice call and the
 * letter come before text and email, and nothing else changes; one that failed last time comes after the others; else a
 * person phones, with the reason. Never a channel that was tried for this message, is not available, or has been opted
 * out of; never a contact point that is dead, nor a number or email address that two customers share, because a shared
 * one gets nothing personal (a letter is addressed to one of those who live there). A letter only where it comes in time.
 * @param tried the channels already used for the same intention.
 * @param available the channels that have a provider; the call list always is.
 */
export function chooseChannel(reach: Reach, tried: readonly Channel[], available: readonly Channel[]): ChannelChoice {
  if (reach.noMessages) return { channel: 'call_list', reason: 'safety' };
  if (reach.preferred === 'call_list' && tried.length === 0) return { channel: 'call_list', reason: 'preference' };
  const byPeople = reach.level === 'assisted';
  const open = (byPeople ? WAYS_BY_PEOPLE : WAYS)
    .filter(
      ({ channel }) =>
        available.includes(channel) && !tried.includes(channel) && (channel !== 'letter' || reach.letterInTime),
    )
    .flatMap((way) =>
      reach.contactPoints
        .filter((point) => (way.kinds as readonly string[]).includes(point.kind) && isInUse(point))
        .map((point) => ({ ...way, point, optedOut: point.optedOut.includes(way.channel) })),
    );
  const usable = open.filter(({ point, optedOut }) => !optedOut && (point.kind === 'post' || !point.shared));
  const best = <T extends { point: ContactPoint }>(from: T[]) =>
    from.find(({ point }) => point.health !== 'failing') ?? from[0];
  const preferred = best(usable.filter(({ channel }) => channel === reach.preferred));
  const chosen = preferred ?? best(usable);
  if (!chosen) return { channel: 'call_list', reason: whyNone(reach, tried, open) };
  const isByPeople = byPeople && (chosen.channel === 'voice' || chosen.channel === 'letter');
  const first = preferred ? 'preference' : isByPeople ? 'profile' : REASON[chosen.point.kind];
  return {
    channel: chosen.channel,
    contactPointId: chosen.point.id,
    reason: tried.length > 0 ? 'next_after_failure' : first,
  };
}

function whyNone(
  { contactPoints }: Reach,
  tried: readonly Channel[],
  open: readonly { point: ContactPoint; optedOut: boolean }[],
): ChannelReason {
  if (open.some(({ optedOut }) => !optedOut)) return 'shared_number';
  if (open.length > 0) return 'opted_out';
  if (tried.length > 0 || contactPoints.some(({ health }) => health === 'dead')) return 'all_failed';
  return contactPoints.some(({ kind }) => kind === 'landline') ? 'only_landline' : 'no_contact_point';
}
