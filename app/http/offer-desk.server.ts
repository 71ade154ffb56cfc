import type { OfferKey } from '~/services/view-offer.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';

/** Where somebody stands who holds the link of an offer. */
export function offerDesk({ params, context }: Visit<null>): { key: OfferKey; page: string } {
  const token = params.token ?? '';
  return { key: { token, address: context.address }, page: `/o/${encodeURIComponent(token)}` };
}

/** GET: changes nothing; whoever comes here by the address bar belongs on the page with the buttons. */
export function backToOffer(visit: Visit<null>): Response {
  return redirectWithin(offerDesk(visit).page);
}

/** POST: yes or no; the page says what came of it. */
export async function answerOffer(visit: Visit<null>, answer: 'yes' | 'no'): Promise<Response> {
  const { key, page } = offerDesk(visit);
  await visit.context.services.answerOfferByLink(key, answer, visit.context.requestId);
  return redirectWithin(page);
}
