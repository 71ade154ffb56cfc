import type { Queryable } from '@db/client.server';
import { DAY, MINUTE } from '~/domain/clock';
import { adviserNewsText } from '~/i18n/messages/adviser-news';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { openAdviserCall } from './open-adviser-call.server';
import { tellCustomer } from './tell-customer.server';

/** So long (ms) a change of adviser can be taken back before anybody hears of it. */
export const TOLD_AFTER = 15 * MINUTE;
/** After this a message has nothing new to say: they will have met (ms). */
const NEWS_FOR = 4 * DAY;

/**
 * Tells a customer who is their adviser from now on, by text or email; where there is no such way, the new adviser is asked
 * to phone. In the transaction that names the adviser, after it is written.
 * @param news.termId of the term that begins, and of the message: one term is told of once.
 * @param news.first true for somebody who had no adviser before.
 */
export async function tellOfAdviser(
  q: Queryable,
  deps: Deps,
  news: { termId: string; customerId: string; first: boolean; requestId: string | null },
): Promise<void> {
  const { termId, customerId, first, requestId } = news;
  const now = deps.clock.now();
  const told = await tellCustomer(q, deps, {
    ...{ id: termId, customerId, purpose: 'adviser', from: now + TOLD_AFTER, sendBy: now + NEWS_FOR, requestId },
    write: ({ channel, customer, office, adviserFirstName }) =>
      adviserNewsText({
        ...{ channel, first, language: customer.language, discreet: customer.discreet },
        ...{ firstName: customer.firstName, adviserFirstName: adviserFirstName ?? '' },
        officePhone: officePhone(deps.phoneNumbers, office.phone),
      }),
  });
  if (!told) await openAdviserCall(q, deps, customerId);
}
