import type { Queryable } from '@db/client.server';
import { listPurposesSince } from '@db/queries/feedback.server';
import { findNewestOfferText, findOfferInText } from '@db/queries/slot-offers.server';
import { listStandingAppointments } from '@db/queries/replies.server';
import { DAY, HOUR } from '~/domain/clock';
import { offerIn } from '~/domain/messaging/offer-reply';
import type { AutomaticAnswer } from '~/i18n/messages';
import { answerOffer } from './answer-offer.server';
import type { Deps } from './deps';

type Standing = Awaited<ReturnType<typeof listStandingAppointments>>[number];

/** An offer that went to the number of late, and what else went at about the same time. */
export interface OfferText {
  offerId: string;
  customerId: string;
  appointmentId: string;
  newest: boolean;
  /** A reminder went not long before. */
  besideReminder: boolean;
  appointment: Standing | null;
}

/** What a text said to an offer; `answer` is what goes back, null where the news of the move says it all. */
export interface OfferReplied {
  appointmentId: string;
  appointment: Standing | null;
  answer: AutomaticAnswer | null;
}

/** An offer older than this is not what a digit answers. */
const ANSWERED_WITHIN = 7 * DAY;
/** A reminder that went so shortly before an offer may be what a bare yes is about. */
const BESIDE = 12 * HOUR;

/** The newest offer that went to this number by text, if there was one of late. */
export async function findOfferText(
  q: Queryable,
  deps: Deps,
  recipientIndex: string,
  customerId: string,
): Promise<OfferText | null> {
  const now = deps.clock.now();
  const since = now - ANSWERED_WITHIN;
  const text = await findNewestOfferText(q, { recipientIndex, customerId, since });
  const offer = text && (await findOfferInText(q, text));
  if (!text || !offer) return null;
  const { id: offerId, appointmentId } = offer;
  const purposes = (from: number) => listPurposesSince(q, { recipientIndex, since: from, questionId: text.id });
  const after = await purposes(text.claimedAt);
  const near = await purposes(text.claimedAt - BESIDE);
  const standing = await listStandingAppointments(q, customerId, now);
  return {
    ...{ offerId, customerId, appointmentId, appointment: standing.find(({ id }) => id === appointmentId) ?? null },
    newest: after.every((purpose) => purpose === 'reply'),
    besideReminder: near.includes('reminder'),
  };
}

/**
 * Takes what a text says to an offer; see `offerIn`. Twice is once.
 * @param asked the meeting whose reminder waits for an answer, if one does.
 * @returns null when it says nothing to the offer.
 */
export async function takeOfferReply(
  deps: Deps,
  body: string,
  offer: OfferText,
  asked: Standing | null,
): Promise<OfferReplied | 'unclear' | null> {
  const unanswered = asked !== null && asked.confirmedAt === null && asked.cannotComeAt === null;
  const said = offerIn(body, { newest: offer.newest, awaited: offer.besideReminder && unanswered });
  if (said === null || said === 'unclear') return said;
  const { offerId, customerId, appointmentId, appointment } = offer;
  const actor = { kind: 'reply' as const, id: customerId };
  const answered = await answerOffer(deps)({ offerId, answer: said, actor });
  // Whoever says no to what is gone anyway has nothing to be sorry about.
  if (answered === 'accepted') return { appointmentId, appointment, answer: null };
  const answer = appointment === null ? 'unclear' : said === 'no' ? 'offer_kept' : 'offer_gone';
  return { appointmentId, appointment, answer };
}
