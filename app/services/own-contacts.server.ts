import type { Queryable } from '@db/client.server';
import { listOwnContacts, listOwnOptOuts } from '@db/queries/own-details.server';
import { listSharedValues } from '@db/queries/reach.server';
import type { ContactKind } from '~/domain/contact/contact-point';
import { hintOf, type ContactHint } from '~/domain/contact/hint-of';
import type { Deps } from './deps';

/** What a person calls the kinds: a phone number is one, whatever it can do. */
export const CONTACT_THINGS = ['phone', 'email', 'post'] as const;
export type ContactThing = (typeof CONTACT_THINGS)[number];

export const thingOf = (kind: ContactKind): ContactThing => (kind === 'email' || kind === 'post' ? kind : 'phone');

/** A channel of a contact, and whether its owner wants it. `their_word`: they texted STOP, and only their START ends that. */
export interface ChannelChoice {
  channel: 'sms' | 'email' | 'voice';
  state: 'on' | 'off' | 'their_word';
}

const CHANNELS = { mobile: ['sms', 'voice'], landline: ['voice'], email: ['email'], post: [] } as const;
const HINT_CHANNEL = { mobile: 'sms', landline: 'voice', email: 'email', post: 'letter' } as const;

export type OwnContact = Awaited<ReturnType<typeof listShownContacts>>[number];

/** Everything that is known of how a customer can be reached, with a hint for the page and never the value. */
export async function listShownContacts(q: Queryable, deps: Deps, customerId: string) {
  const points = await listOwnContacts(q, customerId);
  const values = points.map(({ valueIndex }) => valueIndex);
  const shared = new Set(await listSharedValues(q, values));
  const optOuts = await listOwnOptOuts(q, values);
  return points.map((point) => {
    const { id, kind, health, verifiedAt } = point;
    const refusals = optOuts.filter(({ valueIndex }) => valueIndex === point.valueIndex);
    const stateOf = (channel: ChannelChoice['channel']): ChannelChoice['state'] => {
      const refusal = refusals.find((one) => one.channel === channel);
      if (!refusal) return 'on';
      return channel === 'sms' && refusal.source !== 'preference' ? 'their_word' : 'off';
    };
    const hint: ContactHint = hintOf(HINT_CHANNEL[kind], deps.vault.open(point.value));
    return {
      ...{ id, kind, thing: thingOf(kind), hint, verified: verifiedAt !== null, works: health !== 'dead' },
      shared: kind !== 'post' && shared.has(point.valueIndex),
      channels: CHANNELS[kind].map((channel): ChannelChoice => ({ channel, state: stateOf(channel) })),
    };
  });
}

/** A number or address as its owner would read it. */
export function displayContact(deps: Deps, { kind, value }: { kind: ContactKind; value: string }): string {
  const plain = deps.vault.open(value);
  return kind === 'mobile' || kind === 'landline' ? deps.phoneNumbers.display(plain) : plain;
}
