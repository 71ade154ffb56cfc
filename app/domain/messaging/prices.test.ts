import { describe, expect, it } from 'vitest';
import { LIST_PRICE, segmentPrice } from './prices';

describe('segmentPrice', () => {
  it('is the list price until something was charged', () => {
    expect(segmentPrice([])).toBe(LIST_PRICE);
    expect(segmentPrice([{ currency: 'GBP', price: 0, segments: 0 }])).toBe(LIST_PRICE);
  });
  it('is the average of what was charged, in the currency with most segments', () => {
    const price = segmentPrice([
      { currency: 'USD', price: 0.4, segments: 10 },
      { currency: 'GBP', price: 0.6, segments: 20 },
    ]);
    expect(price).toMatchObject({ currency: 'GBP', from: { kind: 'charged', segments: 20 } });
    expect(price.perSegment).toBeCloseTo(0.03, 10);
  });
});
