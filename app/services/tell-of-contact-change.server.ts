import type { Queryable } from '@db/client.server';
import { listSharedValues } from '@db/queries/reach.server';
import type { findCustomerWithOffice } from '@db/queries/home.server';
import { DAY } from '~/domain/clock';
import type { ContactKind } from '~/domain/contact/contact-point';
import { calledName } from '~/domain/contact/person-name';
import { allowedForPerson } from '~/domain/reminder/quiet-hours';
import { contactNoticeText } from '~/i18n/messages/contact-notice';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { thingOf } from './own-contacts.server';
import { policiesFor } from './policies.server';
import { queueMessage } from './queue-message.server';

interface Point {
  kind: ContactKind;
  value: string;
  valueIndex: string;
  health: string;
}

/**
 * Tells the old number or address that something was changed, in the transaction that changes it: the one that was
 * replaced or taken away, where it can be written to; else every other one that the person has. One that two customers
 * share gets nothing. It waits for the end of the quiet hours; to somebody for whose safety nothing is sent nothing is.
 */
export async function tellOfContactChange(
  q: Queryable,
  deps: Deps,
  change: {
    person: NonNullable<Awaited<ReturnType<typeof findCustomerWithOffice>>>;
    what: 'changed' | 'added' | 'removed';
    kind: ContactKind;
    /** What is not there any more. */
    old: Point | null;
    /** What else they have, the new one left out. */
    others: readonly Point[];
    requestId: string | null;
  },
): Promise<void> {
  const { person, what, kind, old, others, requestId } = change;
  const { customer, office } = person;
  if (customer.noMessages) return;
  const candidates = old && channelOf(old.kind) ? [old] : others;
  const shared = new Set(
    await listSharedValues(
      q,
      candidates.map(({ valueIndex }) => valueIndex),
    ),
  );
  const now = deps.clock.now();
  const policy = (await policiesFor(q, deps.policy, [office.id], now))({ officeId: office.id, kind: '' });
  const allowed = allowedForPerson(now, policy, customer, office.timeZone);
  const notBefore = Number.isFinite(allowed) ? allowed : now;
  for (const point of candidates) {
    const channel = channelOf(point.kind);
    if (!channel || point.health === 'dead' || shared.has(point.valueIndex)) continue;
    const text = contactNoticeText({
      ...{ what, thing: thingOf(kind), channel, language: customer.language, discreet: customer.discreet },
      facts: {
        firstName: calledName(customer),
        at: now,
        zone: office.timeZone,
        officePhone: officePhone(deps.phoneNumbers, office.phone),
      },
    });
    await queueMessage(q, deps, {
      ...{ purpose: 'access', channel, recipient: deps.vault.open(point.value), ...text },
      ...{ customerId: customer.id, language: customer.language, notBefore, sendBy: notBefore + 2 * DAY, requestId },
    });
  }
}

function channelOf(kind: ContactKind): 'sms' | 'email' | null {
  return kind === 'mobile' ? 'sms' : kind === 'email' ? 'email' : null;
}
