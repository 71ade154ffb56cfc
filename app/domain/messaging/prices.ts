/** What one segment of a text costs. */
export interface SegmentPrice {
  perSegment: number;
  /** ISO 4217. */
  currency: string;
  /** Where the figure comes from: our own bills of the last 30 days, or a published list. */
  from: { kind: 'charged'; segments: number } | { kind: 'list'; source: string; validFrom: string };
}

/**
 * Until a provider has said what it charged: GOV.UK Notify's published price of a text in the United Kingdom, without
 * VAT, after the free allowance. Source: https://www.notifications.service.gov.uk/pricing/text-messages.
 */
export const LIST_PRICE: SegmentPrice = {
  perSegment: 0.0233,
  currency: 'GBP',
  from: { kind: 'list', source: 'GOV.UK Notify', validFrom: '2025-04-01' },
};

/** What texts really cost, of those of which the price is known: the sums in one currency. */
export interface Charged {
  currency: string;
  price: number;
  segments: number;
}

/** The average that was really charged, in the currency with the most segments; the list price when nothing was. */
export function segmentPrice(charged: readonly Charged[]): SegmentPrice {
  const most = charged
    .filter(({ segments, price }) => segments > 0 && price > 0)
    .reduce<Charged | null>((best, one) => (best === null || one.segments > best.segments ? one : best), null);
  if (!most) return LIST_PRICE;
  const { price, segments, currency } = most;
  return { perSegment: price / segments, currency, from: { kind: 'charged', segments } };
}
