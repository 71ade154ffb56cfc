import type { Queryable } from '@db/client.server';
import { cancelGoing, listComingGoings, type ClubRow } from '@db/queries/clubs.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { clubChangedText } from '~/i18n/messages/club';
import type { Deps } from './deps';
import { clubMessage } from './go-to-club.server';
import { tellCustomer } from './tell-customer.server';

const WHEN_AND_WHERE = ['weekday', 'fromTime', 'toTime', 'place', 'address', 'postcode'] as const;

/**
 * When a club meets at another time or place than before, whoever said that they go is told so, is not reminded of what was,
 * and goes nowhere until they say so again. A reminder that is out already is followed by this.
 */
export async function tellGoers(q: Queryable, deps: Deps, before: ClubRow, after: ClubRow): Promise<void> {
  if (WHEN_AND_WHERE.every((field) => before[field] === after[field])) return;
  const now = deps.clock.now();
  for (const going of await listComingGoings(q, { clubId: before.id, now })) {
    const ids = await cancelGoing(q, { ...going, now });
    await endPlannedMessages(q, { ids, status: 'superseded', reason: 'changed_since', now });
    const { customerId, startsAt } = going;
    await tellCustomer(q, deps, {
      ...{ customerId, purpose: 'club' as const, sendBy: startsAt, requestId: null },
      // The times of before: what they had in mind.
      write: (to) =>
        clubChangedText(clubMessage(deps, to, { club: before, startsAt, endsAt: startsAt, zone: to.office.timeZone })),
    });
  }
}
