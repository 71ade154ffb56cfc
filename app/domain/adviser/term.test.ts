import { describe, expect, it } from 'vitest';
import { DAY } from '../clock';
import { MESSAGE_STATUSES } from '../messaging/message';
import { mayTakeBack } from './term';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const term = { fromAt: NOW - 60_000, untilAt: null, namedBy: 'elin' };

describe('whether another adviser can be taken back', () => {
  it.each([
    ['at once, with the message still to go', term, 'planned', true],
    ['whoever is told by phone', term, null, true],
    ['to the end of a day', { ...term, fromAt: NOW - DAY }, null, true],
    ['no later', { ...term, fromAt: NOW - DAY - 1 }, null, false],
    ['not when another has followed', { ...term, untilAt: NOW }, null, false],
    ['not what the office’s file says', { ...term, namedBy: null }, null, false],
  ] as const)('%s', (_name, one, status, may) =>
    expect(mayTakeBack(one, status === null ? null : { status, provider: null }, NOW)).toBe(may),
  );
  it('never once a message is on its way, whatever became of it', () => {
    const open = (provider: string) =>
      MESSAGE_STATUSES.filter((status) => mayTakeBack(term, { status, provider }, NOW));
    expect(open('notify')).toEqual(['planned', 'cancelled']);
    // A letter that the office has not posted yet.
    expect(open('print')).toEqual(['planned', 'accepted', 'cancelled']);
  });
});
