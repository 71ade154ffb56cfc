import { describe, expect, it } from 'vitest';
import { isSameMoveAgain, linkState } from './link-state';

const booked = { status: 'booked' as const, version: 2, endsAt: 1_000 };

describe('what a link leads to', () => {
  it.each([
    ['open until the appointment ends', { version: 2 }, booked, 999, 'open'],
    ['ended from that moment on', { version: 2 }, booked, 1_000, 'ended'],
    ['moved when a newer version is there', { version: 1 }, booked, 0, 'moved'],
    ['cancelled by the office', { version: 2 }, { ...booked, status: 'cancelled_by_office' as const }, 0, 'cancelled'],
    [
      'cancelled, seen with an older link',
      { version: 1 },
      { ...booked, status: 'cancelled_by_customer' as const },
      0,
      'cancelled',
    ],
    [
      'ended when the outcome is recorded early',
      { version: 2 },
      { ...booked, status: 'attended' as const },
      0,
      'ended',
    ],
    ['ended when it was rearranged', { version: 2 }, { ...booked, status: 'rearranged' as const }, 0, 'ended'],
  ])('%s', (_name, link, appointment, now, expected) => {
    expect(linkState(link, appointment, now)).toBe(expected);
  });
});

describe('the same tap twice', () => {
  const moved = { version: 3, startsAt: 500, movedAt: 0 };
  const minutes = (n: number) => n * 60_000;
  it.each([
    ['the same choice a moment later', { version: 2, startsAt: 500 }, minutes(1), true],
    ['the same choice after a quarter of an hour', { version: 2, startsAt: 500 }, minutes(15), false],
    ['another choice', { version: 2, startsAt: 600 }, minutes(1), false],
    ['an even older link', { version: 1, startsAt: 500 }, minutes(1), false],
  ])('%s', (_name, asked, now, expected) => expect(isSameMoveAgain(asked, moved, now)).toBe(expected));
  it('is nothing of the kind when it never moved', () => {
    expect(isSameMoveAgain({ version: 2, startsAt: 500 }, { ...moved, movedAt: null }, 1)).toBe(false);
  });
});
