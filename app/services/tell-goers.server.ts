import type { Queryable } from '@db/client.server';
import { cancelGoing, listComingGoings, type ClubRow } from '@db/queries/clubs.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { clubChangedText } from '~/i18n/messages/club';
import type { Deps } from './deps';
import { clubMessage } from './go-to-club.server';
import { tellCustomer } from './tell-customer.server';

const WHEN_AND_WHERE = [
  ...(['weekday', 'fromTime', 'toTime', 'place', 'address', 'postcode'] as const),
  ...(['rhythm', 'anchorOn', 'weekOfMonth', 'active'] as const),
];

/** When a club meets at another time or place than before, or not at all any more, whoever said that they go is told so. */
export async function tellGoers(q: Queryable, deps: Deps, before: ClubRow, after: ClubRow): Promise<void> {
  if (WHEN_AND_WHERE.every((field) => before[field] === after[field])) return;
  await tellGoersOf(q, deps, before, () => true);
}

/**
 * Tells those who said that they go to some sessions of a club that it has changed. They are not reminded of what was, and go
 * nowhere until they say so again. A reminder that is out already is followed by this.
 * @param club as it was when they said so: what they have in mind.
 */
export async function tellGoersOf(
  q: Queryable,
  deps: Deps,
  club: ClubRow,
  isMeant: (going: { heldOn: string }) => boolean,
): Promise<void> {
  const now = deps.clock.now();
  for (const going of (await listComingGoings(q, { clubId: club.id, now })).filter(isMeant)) {
    const ids = await cancelGoing(q, { ...going, now });
    await endPlannedMessages(q, { ids, status: 'superseded', reason: 'changed_since', now });
    const { customerId, startsAt } = going;
    await tellCustomer(q, deps, {
      ...{ customerId, purpose: 'club' as const, sendBy: startsAt, requestId: null },
      write: (to) => clubChangedText(clubMessage(deps, to, { club, startsAt, endsAt: startsAt, zone: to.office.timeZone })), // prettier-ignore
    });
  }
}
