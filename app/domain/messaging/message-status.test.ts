import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MESSAGE_STATUSES, type MessageStatus } from './message';
import { isFinal, mayMove, rankOf } from './message-status';

const ENDS = ['delivered', 'undelivered', 'failed', 'expired', 'superseded', 'cancelled', 'suppressed'] as const;
const aStatus = fc.constantFrom(...MESSAGE_STATUSES);

describe('mayMove', () => {
  test.each<[MessageStatus, readonly MessageStatus[]]>([
    ['planned', ['claimed', 'expired', 'superseded', 'cancelled', 'suppressed']],
    ['claimed', ['unknown', 'accepted', 'sent', ...ENDS]],
    ['unknown', ['accepted', 'sent', 'delivered', 'undelivered', 'failed']],
    ['accepted', ['sent', 'delivered', 'undelivered', 'failed']],
    ['sent', ['delivered', 'undelivered', 'failed']],
    ...ENDS.map((end): [MessageStatus, MessageStatus[]] => [end, []]),
  ])('from %s to %j and nothing else', (from, onward) => {
    expect(MESSAGE_STATUSES.filter((to) => mayMove(from, to))).toEqual(
      MESSAGE_STATUSES.filter((to) => onward.includes(to)),
    );
  });
  it('only ever raises the rank', () => {
    fc.assert(
      fc.property(aStatus, aStatus, (from, to) => {
        if (mayMove(from, to)) expect(rankOf(to)).toBeGreaterThan(rankOf(from));
      }),
    );
  });
  it('comes to the same end whatever the order in which the news arrive, and however often', () => {
    const news = fc.shuffledSubarray(['accepted', 'sent', 'delivered', 'sent', 'accepted', 'delivered'] as const, {
      minLength: 6,
    });
    fc.assert(
      fc.property(news, (arrived) => {
        const end = arrived.reduce<MessageStatus>((status, to) => (mayMove(status, to) ? to : status), 'claimed');
        expect(end).toBe('delivered');
      }),
    );
  });
});

it('knows the ends', () => {
  expect(MESSAGE_STATUSES.filter(isFinal)).toEqual(ENDS);
});
