import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import { nextAskAt, type AskableMessage } from './next-ask';

const ACCEPTED = Date.parse('2026-11-23T10:00:00Z');

/** All the times at which it is asked, when nothing new is ever heard. */
function asksOf(message: AskableMessage, from: number): number[] {
  const asks: number[] = [];
  for (let at = nextAskAt(message, from); at !== null; at = nextAskAt(message, at)) asks.push(at);
  return asks;
}

const waiting = (sendBy: number): AskableMessage => ({
  ...{ status: 'accepted', acceptedAt: ACCEPTED, finishedAt: null, price: null, sendBy },
});
const minutesAfter = (asks: number[]) => asks.map((at) => (at - ACCEPTED) / MINUTE);

describe('when a provider is asked about a message', () => {
  it('without a receipt: after ten minutes, then more and more seldom, for three days', () => {
    const asks = minutesAfter(asksOf(waiting(ACCEPTED + 2 * DAY), ACCEPTED));
    expect(asks.slice(0, 7)).toEqual([10, 20, 50, 110, 290, 290 + 360, 290 + 720]);
    expect(asks.at(-1)).toBeLessThanOrEqual(72 * 60);
    expect(asks.length).toBeLessThan(20);
  });

  it('always once shortly before its latest moment, so that another way is still open', () => {
    const sendBy = ACCEPTED + 4 * HOUR;
    expect(minutesAfter(asksOf(waiting(sendBy), ACCEPTED))).toContain(4 * 60 - 20);
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 20_000 }), (minutes) => {
        const asks = asksOf(waiting(ACCEPTED + minutes * MINUTE), ACCEPTED);
        const lastChance = ACCEPTED + (minutes - 20) * MINUTE;
        expect(asks).toEqual([...asks].sort((a, b) => a - b));
        expect(new Set(asks).size).toBe(asks.length);
        expect(asks).toContain(lastChance);
      }),
    );
  });

  it('after its end: three times for the price, unless it is known', () => {
    const finishedAt = ACCEPTED + HOUR;
    const delivered = { ...waiting(ACCEPTED + DAY), status: 'delivered' as const, finishedAt };
    expect(asksOf(delivered, finishedAt).map((at) => (at - finishedAt) / MINUTE)).toEqual([10, 40, 160]);
    expect(nextAskAt({ ...delivered, price: 0.04 }, finishedAt)).toBeNull();
  });

  it.each(['planned', 'claimed', 'unknown', 'failed', 'expired', 'superseded', 'cancelled', 'suppressed'] as const)(
    'never while it is %s',
    (status) => expect(nextAskAt({ ...waiting(ACCEPTED + DAY), status, finishedAt: ACCEPTED }, ACCEPTED)).toBeNull(),
  );
});
