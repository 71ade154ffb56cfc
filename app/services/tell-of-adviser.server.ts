import {
  findTermBefore,
  listNewsSince,
  listOpenTerms,
  listUnsentNews,
  type AdviserTermRow,
} from '@db/queries/adviser-terms.server';
import type { Queryable } from '@db/client.server';
import { withdrawLetters } from '@db/queries/letters.server';
import type { MessageRow } from '@db/queries/messages.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { DAY, MINUTE } from '~/domain/clock';
import type { Channel } from '~/domain/messaging/channel';
import { hasFailed } from '~/domain/messaging/message-status';
import { adviserNewsText } from '~/i18n/messages/adviser-news';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { openAdviserCall } from './open-adviser-call.server';
import { tellCustomer, type Telling } from './tell-customer.server';

/** So long (ms) a change of adviser can be taken back before anybody hears of it. */
export const TOLD_AFTER = 15 * MINUTE;
/** After this a message has nothing new to say: they will have met (ms). */
const NEWS_FOR = 4 * DAY;
/** Of a message that was held back so that others do not read it: the same way is open, with other words. */
const OTHER_WORDS = 'discreet_since';

/**
 * Tells a customer who is their adviser from now on, by text or email, or by a letter; where there is no such way, the new
 * adviser is asked to phone. In the transaction that names the adviser, after it is written.
 * @param news.termId of the term that begins, and of the message: one term is told of once.
 * @param news.first true for somebody who had no adviser before.
 */
export async function tellOfAdviser(
  q: Queryable,
  deps: Deps,
  news: { termId: string; customerId: string; first: boolean; requestId: string | null },
): Promise<void> {
  const { termId: id, customerId, first, requestId } = news;
  await tell(q, deps, { id, customerId, requestId, from: deps.clock.now() + TOLD_AFTER, tried: [] }, first);
}

/**
 * The message did not go, or did not arrive: the next way is tried, and at last the new adviser is asked to phone. Nothing
 * where they have yet another adviser since, or another message about this one is on its way.
 */
export async function tellOfAdviserOtherwise(q: Queryable, deps: Deps, message: MessageRow): Promise<void> {
  const { customerId, requestId } = message;
  if (customerId === null) return;
  const [term] = await listOpenTerms(q, [customerId]);
  if (!term || (message.id !== term.id && message.createdAt < term.fromAt)) return;
  const others = (await listNewsSince(q, term)).filter(({ id }) => id !== message.id);
  if (others.some(({ status }) => !hasFailed(status))) return;
  const inVain = [message, ...others].filter(({ reason }) => reason !== OTHER_WORDS);
  const tried = inVain.flatMap(({ channel }) => channel ?? []);
  await tell(q, deps, { customerId, requestId, from: deps.clock.now(), tried }, await isFirst(q, term));
}

/** What nobody has read yet about these customers' advisers is not so any more: it neither goes out nor to the post. */
export async function withdrawAdviserNews(
  q: Queryable,
  deps: Deps,
  customerIds: readonly string[],
  reason: 'adviser_changed_again' | 'adviser_taken_back',
): Promise<void> {
  const ids = await listUnsentNews(q, customerIds);
  const ended = { ids, status: 'cancelled' as const, reason, now: deps.clock.now() };
  await endPlannedMessages(q, ended);
  await withdrawLetters(q, ended);
}

async function isFirst(q: Queryable, term: AdviserTermRow): Promise<boolean> {
  const before = await findTermBefore(q, term);
  return before?.untilAt !== term.fromAt;
}

async function tell(
  q: Queryable,
  deps: Deps,
  news: Pick<Telling, 'id' | 'customerId' | 'requestId'> & { from: number; tried: readonly Channel[] },
  first: boolean,
): Promise<void> {
  const words = (
    channel: 'sms' | 'email' | 'letter',
    { customer, office, adviserFirstName }: Parameters<NonNullable<Telling['letter']>>[0],
  ) =>
    adviserNewsText({
      ...{ channel, first, language: customer.language, discreet: customer.discreet },
      ...{ firstName: customer.firstName, adviserFirstName: adviserFirstName ?? '' },
      officePhone: officePhone(deps.phoneNumbers, office.phone),
    });
  const told = await tellCustomer(q, deps, {
    ...news,
    ...{ purpose: 'adviser', sendBy: news.from + NEWS_FOR },
    write: (to) => words(to.channel, to),
    letter: (to) => words('letter', to),
  });
  if (!told) await openAdviserCall(q, deps, news.customerId);
}
