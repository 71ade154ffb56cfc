import { describe, expect, it, test } from 'vitest';
import { MINUTE } from '../clock';
import { nextReminders, type RemindedAppointment } from './plan-reminders';
import { DEFAULT_POLICY } from './policy';
import { instantOf, wallClockOf } from '../time/wall-clock';

const LONDON = 'Europe/London';

/** An instant from the wall clock of London. */
function at(wall: string): number {
  const found = instantOf(wall.replace(' ', 'T'), LONDON);
  if (found.kind === 'none') throw new Error(`${wall} does not exist`);
  return found.instant;
}

/** What is planned, as a person would read it off a wall clock. */
function planned(now: string, appointment: Partial<RemindedAppointment> & { starts: string }, alreadySent = false) {
  const { starts, ...fields } = appointment;
  const startsAt = at(starts);
  return nextReminders(
    { status: 'booked', version: 1, bookedAt: at(now), startsAt, endsAt: startsAt + 30 * MINUTE, ...fields },
    DEFAULT_POLICY,
    { zone: LONDON, alreadySent, holidays: new Set() },
    at(now),
  ).map(({ rule, notBefore, sendBy }) => {
    const [due, last] = [wallClockOf(notBefore, LONDON), wallClockOf(sendBy, LONDON)];
    return `${rule} ${due.date.slice(5)} ${due.time} by ${last.date.slice(5)} ${last.time}`;
  });
}

describe('an appointment that is booked', () => {
  test('well ahead has all its reminders', () => {
    expect(planned('2026-11-10 11:00', { starts: '2026-11-24 14:30' })).toEqual([
      'booked 11-10 11:00 by 11-24 14:29',
      'three_days_before 11-21 10:00 by 11-24 14:15',
      'one_day_before 11-23 10:00 by 11-24 14:15',
      'same_day 11-24 12:30 by 11-24 14:00',
    ]);
  });
  test('two days ahead has no reminder three days before', () => {
    expect(planned('2026-11-22 11:00', { starts: '2026-11-24 14:30' }).map((line) => line.split(' ')[0])).toEqual([
      'booked',
      'one_day_before',
      'same_day',
    ]);
  });
  test.each([
    ['05:59', ['booked', 'one_day_before', 'same_day']],
    ['10:01', ['booked', 'one_day_before', 'same_day']],
  ])('three days ahead at %s has no second message the same morning', (time, rules) => {
    expect(planned(`2026-11-21 ${time}`, { starts: '2026-11-24 14:30' }).map((line) => line.split(' ')[0])).toEqual(
      rules,
    );
  });
  test('for tomorrow, after 10:00, is reminded at 16:00', () => {
    expect(planned('2026-11-23 11:00', { starts: '2026-11-24 14:30' })).toEqual([
      'booked 11-23 11:00 by 11-24 14:29',
      'one_day_before 11-23 16:00 by 11-24 14:15',
      'same_day 11-24 12:30 by 11-24 14:00',
    ]);
  });
  test.each([
    ['08:00, whose message stands for the one at 10:00', '2026-11-23 08:00', 'booked 11-23 08:00 by 11-24 14:29'],
    ['10:00 itself', '2026-11-23 10:00', 'booked 11-23 10:00 by 11-24 14:29'],
    ['12:00, four hours before', '2026-11-23 12:00', 'booked 11-23 12:00 by 11-24 14:29'],
    ['14:00, whose message stands for the one at 16:00', '2026-11-23 14:00', 'booked 11-23 14:00 by 11-24 14:29'],
    ['17:00, when 16:00 is past', '2026-11-23 17:00', 'booked 11-23 17:00 by 11-24 14:29'],
    ['23:00, which waits for the morning', '2026-11-23 23:00', 'booked 11-24 08:00 by 11-24 14:29'],
  ])('for tomorrow at %s, still has its reminder', (_, now, message) => {
    expect(planned(now, { starts: '2026-11-24 14:30' })).toEqual([message, 'same_day 11-24 12:30 by 11-24 14:00']);
  });
  test('for tomorrow, more than four hours before 16:00, is reminded then', () => {
    expect(planned('2026-11-23 11:59', { starts: '2026-11-24 14:30' })[1]).toMatch(/^one_day_before 11-23 16:00/);
  });
  test('for the first time is not a change, whatever is said of older messages', () => {
    expect(planned('2026-11-23 11:00', { starts: '2026-11-24 14:30' }, true)[0]).toMatch(/^booked/);
  });
  test('is reminded as the policy of the office says, in the order in which that is due', () => {
    const startsAt = at('2026-11-24 14:30');
    const { three_days_before: first, one_day_before: second } = DEFAULT_POLICY.rules;
    const reordered = {
      ...DEFAULT_POLICY,
      rules: { ...DEFAULT_POLICY.rules, three_days_before: second, one_day_before: first },
    };
    const rules = nextReminders(
      { status: 'booked', version: 1, bookedAt: at('2026-11-01 09:00'), startsAt, endsAt: startsAt },
      reordered,
      { zone: LONDON, alreadySent: false, holidays: new Set() },
      at('2026-11-10 11:00'),
    ).map(({ rule }) => rule);
    expect(rules).toEqual(['booked', 'one_day_before', 'three_days_before', 'same_day']);
  });
  test('for later today has the message and the call', () => {
    expect(planned('2026-11-24 09:00', { starts: '2026-11-24 14:30' })).toEqual([
      'booked 11-24 09:00 by 11-24 14:29',
      'same_day 11-24 12:30 by 11-24 14:00',
    ]);
  });
  test('for within two hours has the message alone', () => {
    expect(planned('2026-11-24 13:00', { starts: '2026-11-24 14:30' })).toEqual(['booked 11-24 13:00 by 11-24 14:29']);
  });
  test.each([
    ['in this minute', '2026-11-24 14:29'],
    ['now', '2026-11-24 14:30'],
    ['in the past', '2026-11-24 15:00'],
  ])('%s has nothing', (_, now) => expect(planned(now, { starts: '2026-11-24 14:30' })).toEqual([]));
  test('in the night before an early meeting cannot wait: a person phones', () => {
    expect(planned('2026-11-23 22:00', { starts: '2026-11-24 07:30' })).toEqual([
      'booked 11-23 22:00 by 11-24 07:29',
      'same_day 11-24 05:30 by 11-24 07:00',
    ]);
  });
  test('for midnight is reminded on the days before that date', () => {
    expect(planned('2026-11-10 11:00', { starts: '2026-11-24 00:00' })).toEqual([
      'booked 11-10 11:00 by 11-23 23:59',
      'three_days_before 11-21 10:00 by 11-23 23:45',
      'one_day_before 11-23 10:00 by 11-23 23:45',
      'same_day 11-23 22:00 by 11-23 23:30',
    ]);
  });
  test.each([
    ['forward', '2026-03-16 11:00', '2026-03-29 09:00', '03'],
    ['forward', '2026-03-16 11:00', '2026-03-30 14:30', '03'],
    ['back', '2026-10-12 11:00', '2026-10-25 14:30', '10'],
    ['back', '2026-10-12 11:00', '2026-10-26 09:00', '10'],
  ])('is reminded at 10:00 although the clocks go %s', (_, now, starts, month) => {
    const days = planned(now, { starts }).filter((line) => line.includes('before'));
    expect(days).toHaveLength(2);
    for (const line of days) expect(line).toMatch(new RegExp(`before ${month}-\\d\\d 10:00`));
  });
  test('near the hour that comes twice is reminded two real hours before', () => {
    const [sameDay] = nextReminders(
      { status: 'booked', version: 1, bookedAt: 0, startsAt: Date.parse('2026-10-25T10:00Z'), endsAt: 0 },
      DEFAULT_POLICY,
      { zone: LONDON, alreadySent: false, holidays: new Set() },
      Date.parse('2026-10-25T03:00Z'),
    ).filter(({ rule }) => rule === 'same_day');
    expect(new Date(sameDay?.notBefore ?? 0).toISOString()).toBe('2026-10-25T08:00:00.000Z');
  });
  test('long ago, and planned again today, is not reminded late', () => {
    const bookedAt = at('2026-11-10 11:00');
    expect(planned('2026-11-21 10:01', { starts: '2026-11-24 14:30', bookedAt })).not.toContainEqual(
      expect.stringContaining('three_days_before'),
    );
  });
});

describe('an appointment that is changed', () => {
  const moved = { starts: '2026-11-24 14:30', version: 2, bookedAt: at('2026-11-01 09:00') };
  it('says so when an older message is out', () => {
    expect(planned('2026-11-10 11:00', moved, true)[0]).toBe('changed 11-10 11:00 by 11-24 14:29');
  });
  it('is a booking like another when none is', () => {
    expect(planned('2026-11-10 11:00', moved)[0]).toBe('booked 11-10 11:00 by 11-24 14:29');
  });
  it('has all the reminders of its new time', () => {
    expect(planned('2026-11-10 11:00', moved, true)).toHaveLength(4);
  });
  it('today for tomorrow is reminded at 16:00', () => {
    expect(planned('2026-11-23 11:00', moved, true)[1]).toBe('one_day_before 11-23 16:00 by 11-24 14:15');
  });
  it('into the past has nothing', () => expect(planned('2026-11-25 11:00', moved, true)).toEqual([]));
});

describe('an appointment that is cancelled', () => {
  const cancelled = { starts: '2026-11-24 14:30', status: 'cancelled_by_office', version: 2 } as const;
  it('says so at once, and nothing else', () => {
    expect(planned('2026-11-10 11:00', cancelled, true)).toEqual(['cancelled 11-10 11:00 by 11-24 14:29']);
    expect(planned('2026-11-10 11:00', { ...cancelled, status: 'cancelled_by_customer' })).toEqual([
      'cancelled 11-10 11:00 by 11-24 14:29',
    ]);
  });
  it('waits for the morning', () => {
    expect(planned('2026-11-23 21:00', cancelled)).toEqual(['cancelled 11-24 08:00 by 11-24 14:29']);
  });
  it('is silent once it would have begun', () => expect(planned('2026-11-24 14:30', cancelled, true)).toEqual([]));
});

describe('an appointment that has an outcome', () => {
  const missed = { starts: '2026-11-24 14:30', status: 'failed_to_attend' } as const;
  it('missed: a kind word, half an hour after that was recorded', () => {
    expect(planned('2026-11-24 15:00', { ...missed, outcomeAt: at('2026-11-24 15:00') })).toEqual([
      'missed 11-24 15:30 by 11-25 15:30',
    ]);
  });
  it('missed: not in the night', () => {
    expect(planned('2026-11-24 19:45', missed)).toEqual(['missed 11-25 08:00 by 11-25 20:15']);
  });
  it('missed: recorded on Monday for Friday still counts', () => {
    expect(planned('2026-11-30 09:00', { ...missed, starts: '2026-11-27 14:30' })).toHaveLength(1);
  });
  it('missed: seven days later to the minute still counts, the next minute does not', () => {
    expect(planned('2026-12-01 14:30', missed)).toHaveLength(1);
    expect(planned('2026-12-01 14:31', missed)).toEqual([]);
  });
  it('missed: history that is only now imported is left in peace', () => {
    expect(planned('2026-12-02 09:00', missed)).toEqual([]);
  });
  it('missed: no message half an hour late', () => {
    expect(planned('2026-11-24 16:00', { ...missed, outcomeAt: at('2026-11-24 15:00') })).toEqual([]);
  });
  it('missed before it began is a slip of the finger', () => {
    expect(planned('2026-11-24 09:00', missed)).toEqual([]);
  });
  it.each(['attended', 'rearranged'] as const)('%s: nothing', (status) => {
    expect(planned('2026-11-24 15:00', { starts: '2026-11-24 14:30', status })).toEqual([]);
  });
});
