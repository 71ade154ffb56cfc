import type { Queryable } from '@db/client.server';
import { listLevels } from '@db/queries/profile-checks.server';
import { listOptOuts } from '@db/queries/opt-outs.server';
import { listContactPoints, listSharedValues, type ContactPointRow } from '@db/queries/reach.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { OFFER_RULES, type WayToAsk } from '~/domain/appointment/freed-time';
import { groupBy } from '~/domain/group-by';
import type { Channel } from '~/domain/messaging/channel';
import { chooseChannel } from '~/domain/messaging/choose-channel';
import { allowedForPerson } from '~/domain/reminder/quiet-hours';
import { isOpen } from '~/domain/time/opening-hours';
import type { Deps } from './deps';
import { policiesFor } from './policies.server';

/** What reaching somebody depends on. */
export interface PersonToAsk {
  customerId: string;
  noMessages: boolean;
  preferredChannel: Channel | null;
  quietFrom: string | null;
  quietTo: string | null;
}

/**
 * How each of these people can be asked at this moment, in a fixed number of queries: in writing, by the way that
 * `tellCustomer` would choose, or else by a colleague who phones while the office is open; who is served by people is phoned
 * first. Nobody is asked at night or in
 * their own quiet times, nor so late that the time would be kept into them; and nobody for whose safety nothing may be sent.
 */
export async function reachWaiting(
  q: Queryable,
  deps: Deps,
  officeId: string,
  people: readonly PersonToAsk[],
): Promise<(customerId: string) => WayToAsk | null> {
  const now = deps.clock.now();
  const until = now + OFFER_RULES.hold;
  const hours = await getWorkingTime(q, officeId);
  const policy = (await policiesFor(q, deps.policy, [officeId], now))({ officeId, kind: '' });
  const points = await listContactPoints(q, people.map(({ customerId }) => customerId)); // prettier-ignore
  const values = points.map(({ valueIndex }) => valueIndex);
  const shared = new Set(await listSharedValues(q, values));
  const optOuts = groupBy(await listOptOuts(q, values), ({ valueIndex }) => valueIndex);
  const levels = await listLevels(q, people.map(({ customerId }) => customerId)); // prettier-ignore
  const pointsOf = groupBy(points, ({ customerId }) => customerId);
  const refuses = (point: ContactPointRow) => (optOuts.get(point.valueIndex) ?? []).map(({ channel }) => channel);
  const written = deps.senders.map(({ channel }) => channel).filter((one) => one === 'sms' || one === 'email');
  const open = isOpen(now, hours, hours.holidays) && isOpen(until - 1, hours, hours.holidays);

  const wayOf = (person: PersonToAsk): WayToAsk | null => {
    const undisturbed = [now, until].every((at) => allowedForPerson(at, policy, person, hours.zone) === at);
    if (person.noMessages || !undisturbed) return null;
    const own = pointsOf.get(person.customerId) ?? [];
    const level = levels.get(person.customerId) ?? null;
    const mayRing = open && own.some((one) => canBeRung(one, refuses(one)));
    const choice = chooseChannel(
      {
        preferred: person.preferredChannel,
        level,
        noMessages: false,
        letterInTime: false,
        contactPoints: own.map((one) => ({ ...one, shared: shared.has(one.valueIndex), optedOut: refuses(one) })),
      },
      [],
      written,
    );
    // Who is served by people is asked by one, unless they said that they like to be written to.
    if (level === 'assisted' && mayRing && choice.reason !== 'preference') return 'phone';
    if (choice.channel !== 'call_list') return 'message';
    return mayRing ? 'phone' : null;
  };
  const ways = new Map(people.map((person) => [person.customerId, wayOf(person)]));
  return (customerId) => ways.get(customerId) ?? null;
}

function canBeRung({ kind, health }: ContactPointRow, optedOut: readonly Channel[]): boolean {
  const isNumber = kind === 'mobile' || kind === 'landline';
  return isNumber && health !== 'dead' && health !== 'unchecked' && !optedOut.includes('voice');
}
