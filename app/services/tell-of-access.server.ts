import type { Queryable } from '@db/client.server';
import { DAY } from '~/domain/clock';
import { accessText, type AccessNews } from '~/i18n/messages';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { tellCustomer } from './tell-customer.server';

/**
 * Tells a customer, by the way that works for them, that the way they sign in has changed, so that they hear of it if it
 * was somebody else. Nobody is told who has no such way; `/sign-in-methods` shows the same.
 */
export async function tellOfAccess(
  q: Queryable,
  deps: Deps,
  { customerId, news, requestId }: { customerId: string; news: AccessNews; requestId: string },
): Promise<void> {
  await tellCustomer(q, deps, {
    customerId,
    purpose: 'access',
    sendBy: deps.clock.now() + 2 * DAY,
    requestId,
    write: ({ channel, customer, office }) =>
      accessText({
        ...{ channel, news, language: customer.language, discreet: customer.discreet },
        firstName: customer.knownAs ?? customer.firstName,
        officePhone: officePhone(deps.phoneNumbers, office.phone),
      }),
  });
}
