import type { Queryable } from '@db/client.server';
import { listOptOuts } from '@db/queries/opt-outs.server';
import { listContactPoints, listSharedValues } from '@db/queries/reach.server';
import { listNoMessages, listPerhapsUnreachable } from '@db/queries/unreachable.server';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { CHANNELS } from '~/domain/messaging/channel';
import { chooseChannel, type ChannelReason } from '~/domain/messaging/choose-channel';

/** Customers whom nothing reaches, and why; and those to whom nothing may be sent, which is another thing. */
export interface Unreachable {
  none: (PersonName & { reason: ChannelReason })[];
  /** There are more than these. */
  more: boolean;
  safety: PersonName[];
}

const PAGE = 500;
const AT_MOST = 500;
const WAYS = CHANNELS.filter((channel) => channel !== 'call_list');

/**
 * Who in an office is on no working channel: with every channel at hand and time enough, the rule that chooses how somebody is
 * reached finds none. Only those are looked at of whom it may be so.
 */
export async function listUnreachable(q: Queryable, officeId: string): Promise<Unreachable> {
  const none: Unreachable['none'] = [];
  for (let after = ''; none.length <= AT_MOST;) {
    const people = await listPerhapsUnreachable(q, { officeId, after, limit: PAGE });
    none.push(...(await withoutWay(q, people)));
    if (people.length < PAGE) break;
    after = people.at(-1)!.id;
  }
  none.sort((a, b) => a.lastName.localeCompare(b.lastName, 'cy') || a.firstName.localeCompare(b.firstName, 'cy'));
  return {
    none: none.slice(0, AT_MOST),
    more: none.length > AT_MOST,
    safety: await listNoMessages(q, { officeId, limit: AT_MOST }),
  };
}

async function withoutWay(q: Queryable, people: readonly PersonName[]): Promise<Unreachable['none']> {
  const points = await listContactPoints(q, people.map(({ id }) => id)); // prettier-ignore
  const values = points.map(({ valueIndex }) => valueIndex);
  const shared = new Set(await listSharedValues(q, values));
  const refusals = groupBy(await listOptOuts(q, values), ({ valueIndex }) => valueIndex);
  const pointsOf = groupBy(points, ({ customerId }) => customerId);
  return people.flatMap((person) => {
    const choice = chooseChannel(
      {
        ...{ preferred: null, level: null, noMessages: false, letterInTime: true },
        contactPoints: (pointsOf.get(person.id) ?? []).map((point) => ({
          ...point,
          shared: shared.has(point.valueIndex),
          optedOut: (refusals.get(point.valueIndex) ?? []).map(({ channel }) => channel),
        })),
      },
      [],
      WAYS,
    );
    return choice.channel === 'call_list' ? [{ ...person, reason: choice.reason }] : [];
  });
}
