import { describe, expect, it } from 'vitest';
import { changesMeeting, mergeTold, noticeableFacts, type ToldFacts } from './told-facts';

const facts = (overrides: Partial<ToldFacts> = {}): ToldFacts => ({
  startsAt: 1_000,
  endsAt: 2_000,
  mode: 'in_person',
  officeId: 'bangor',
  adviserId: 'sioned',
  customerId: 'aled',
  status: 'booked',
  ...overrides,
});
const later = { startsAt: 5_000, endsAt: 6_000 };

describe('mergeTold', () => {
  it.each<[string, ToldFacts, ToldFacts, ToldFacts | null, Partial<ToldFacts>]>([
    ['takes everything from a source that speaks first', facts(), facts(later), null, later],
    ['keeps a move when the source repeats the old time', facts(later), facts(), facts(), later],
    [
      'keeps a move and takes the news beside it',
      facts(later),
      facts({ adviserId: 'gwen' }),
      facts(),
      { ...later, adviserId: 'gwen' },
    ],
    ['takes both ends of a new time', facts(later), facts({ endsAt: 1_500 }), facts(), { endsAt: 1_500 }],
    [
      'keeps an outcome when the source repeats “booked”',
      facts({ status: 'attended' }),
      facts(),
      facts(),
      { status: 'attended' },
    ],
    [
      'keeps an outcome when the source first says “booked”',
      facts({ status: 'attended' }),
      facts(),
      null,
      { status: 'attended' },
    ],
    [
      'keeps the customer’s own cancellation when the source first says “booked”',
      facts({ status: 'cancelled_by_customer' }),
      facts(),
      null,
      { status: 'cancelled_by_customer' },
    ],
    ['reinstates what the office cancelled', facts({ status: 'cancelled_by_office' }), facts(), null, {}],
    [
      'takes another meeting as booked after an outcome',
      facts({ status: 'failed_to_attend' }),
      facts(later),
      facts(),
      later,
    ],
    [
      'keeps who cancelled',
      facts({ status: 'cancelled_by_customer' }),
      facts({ status: 'cancelled_by_office' }),
      facts(),
      { status: 'cancelled_by_customer' },
    ],
    [
      'keeps an undo when the source repeats the outcome',
      facts(),
      facts({ status: 'attended' }),
      facts({ status: 'attended' }),
      {},
    ],
    [
      'keeps “excused” when the source, which has no word for it, says that they failed to attend',
      facts({ status: 'excused' }),
      facts({ status: 'failed_to_attend' }),
      facts(),
      { status: 'excused' },
    ],
    [
      'takes “attended” over “excused”',
      facts({ status: 'excused' }),
      facts({ status: 'attended' }),
      facts(),
      { status: 'attended' },
    ],
    ['takes an outcome that is news', facts(), facts({ status: 'attended' }), facts(), { status: 'attended' }],
  ])('%s', (_, ours, told, before, expected) => {
    expect(mergeTold(ours, told, before)).toEqual(facts(expected));
  });
});

it('calls it another meeting when time, place, way or a person differs, not when the status does', () => {
  expect(changesMeeting(facts(), facts({ status: 'attended' }))).toBe(false);
  for (const change of [{ startsAt: 1 }, { endsAt: 1 }, { officeId: 'x' }, { adviserId: 'x' }, { customerId: 'x' }]) {
    expect(changesMeeting(facts(), facts(change))).toBe(true);
  }
});

it('lets the customer notice a cancellation but not an outcome', () => {
  expect(noticeableFacts(facts({ status: 'attended' }))).toEqual(noticeableFacts(facts()));
  expect(noticeableFacts(facts({ status: 'cancelled_by_office' })).standing).toBe(false);
});
