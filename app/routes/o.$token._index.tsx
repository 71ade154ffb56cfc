import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfferPage, offerTitle } from '~/components/appointment/offer-page';
import { pageTitle } from '~/components/page-title';
import { allowLink } from '~/http/allow.server';
import { keepRetryAfter } from '~/http/appointment-desk.server';
import { offerDesk } from '~/http/offer-desk.server';

const STATUS = { unknown: 404, over: 410, too_many: 429 } as const;

export const loader = allowLink(async (visit) => {
  const { key, page } = offerDesk(visit);
  const offer = await visit.context.services.viewOffer(key);
  const language = visit.context.chosenLanguage ?? offer.language ?? visit.language;
  const status = 'firstName' in offer ? 200 : STATUS[offer.state];
  const headers: Record<string, string> = offer.state === 'too_many' ? { 'Retry-After': '300' } : {};
  return json({ offer, language, base: page }, { status, headers });
});

export const headers = keepRetryAfter;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(offerTitle(data.offer, data.language), data.language) : [];

/** What the link in an offer of an earlier time leads to. */
export default function Offer() {
  return <OfferPage {...useLoaderData<typeof loader>()} />;
}
