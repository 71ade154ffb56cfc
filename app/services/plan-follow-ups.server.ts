import type { Queryable } from '@db/client.server';
import { cancelFollowUps, insertFollowUps, listFollowUps } from '@db/queries/follow-ups.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { endsWithNewAgreement, followUpDates } from '~/domain/plan/follow-up';
import type { Deps } from './deps';

/**
 * Plans when an agreement is asked after, and calls off what earlier agreements still had to come. What is due already stays:
 * it is asked. For the same agreement again nothing changes. The caller holds the lock of the plan's owner.
 * @param about.today a date of the office: the day on which it was agreed.
 */
export async function planFollowUps(
  q: Queryable,
  deps: Deps,
  about: { officeId: string; customerId: string; agreementId: string; today: string },
): Promise<void> {
  const { officeId, customerId, agreementId, today } = about;
  const standing = (await listFollowUps(q, customerId)).map(({ followUp }) => followUp);
  const over = standing.filter((one) => one.agreementId !== agreementId && endsWithNewAgreement(one, today));
  await cancelFollowUps(q, over.map(({ id }) => id), deps.clock.now()); // prettier-ignore
  const { holidays } = await getWorkingTime(q, officeId);
  const dates = followUpDates(today, holidays);
  await insertFollowUps(
    q,
    dates.map(({ months, dueOn }) => ({ id: deps.newId(), customerId, agreementId, months, dueOn })),
  );
}
