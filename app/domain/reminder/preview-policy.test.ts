import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../clock';
import { addDays, wallClockOf, weekdayOf } from '../time/wall-clock';
import { nextReminders } from './plan-reminders';
import { DEFAULT_POLICY, type PolicyRules } from './policy';
import { answersOf, readPolicyRules, type PolicyAnswers } from './policy-form';
import { previewPolicy, readEffectiveFrom, readExample, usualExample } from './preview-policy';

const zone = 'Europe/London';
const office = { zone, holidays: new Set<string>() };
const utc = (text: string) => Date.parse(text);
const TUESDAY = { startsAt: utc('2026-12-01T14:30Z'), bookedAt: utc('2026-11-21T11:00Z') };

function rules(change: Partial<PolicyAnswers>): PolicyRules {
  const read = readPolicyRules({ ...answersOf(DEFAULT_POLICY), ...change });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.rules;
}
/** As "rule how date time", by the clock of the office. */
function shown(policy: PolicyRules, example = TUESDAY, holidays = new Set<string>()): string[] {
  return previewPolicy(policy, example, { zone, holidays }).map(({ rule, at, how }) => {
    const when = at === null ? null : wallClockOf(at, zone);
    return [rule, how, ...(when ? [when.date.slice(5), when.time] : [])].join(' ');
  });
}

describe('what an appointment on Tuesday would get', () => {
  it('by the standard rules', () => {
    expect(shown(DEFAULT_POLICY)).toEqual([
      'booked message 11-21 11:00',
      'three_days_before message 11-28 10:00',
      'one_day_before message 11-30 10:00',
      'same_day person 12-01 12:30',
      'missed message 12-01 15:30',
    ]);
  });

  it.each<[string, Partial<PolicyAnswers>, string[]]>([
    ['a second reminder at nine', { secondAt: '09:00' }, ['one_day_before message 11-30 09:00']],
    ['a first one a week before', { firstDays: '7' }, ['three_days_before message 11-24 10:00']],
    ['a voice call on the day', { sameDayWay: 'voice' }, ['same_day voice 12-01 12:30']],
    ['no call on the day', { sameDayOn: 'no' }, ['same_day none']],
    ['nothing after a missed one', { missedOn: 'no' }, ['missed none']],
    ['nothing when it is booked', { bookedOn: 'no' }, ['booked none', 'three_days_before message 11-28 10:00']],
    ['reminders before bank holidays', { bankHolidays: 'day_before' }, ['one_day_before message 11-29 10:00']],
  ])('by rules with %s', (_what, change, lines) => {
    expect(shown(rules(change), TUESDAY, new Set(['2026-11-30']))).toEqual(expect.arrayContaining(lines));
  });

  it('moves over several bank holidays in a row, and stays where the rules say "as usual"', () => {
    const easter = new Set(['2026-04-03', '2026-04-06']);
    const wednesday = { startsAt: utc('2026-04-08T09:00Z'), bookedAt: utc('2026-03-20T09:00Z') };
    const late = { ...wednesday, startsAt: utc('2026-04-07T09:00Z') };
    expect(shown(rules({ bankHolidays: 'day_before' }), wednesday, easter)[2]).toBe(
      'one_day_before message 04-07 10:00',
    );
    expect(shown(rules({ bankHolidays: 'day_before' }), late, easter)[2]).toBe('one_day_before message 04-05 10:00');
    expect(shown(rules({ bankHolidays: 'as_usual' }), late, easter)[2]).toBe('one_day_before message 04-06 10:00');
    const christmas = new Set(['2026-12-25', '2026-12-28']);
    const boxing = { startsAt: utc('2026-12-29T09:00Z'), bookedAt: utc('2026-12-01T09:00Z') };
    expect(shown(rules({ bankHolidays: 'day_before', firstDays: '4' }), boxing, christmas).slice(1, 3)).toEqual([
      'three_days_before message 12-24 10:00',
      'one_day_before message 12-27 10:00',
    ]);
  });

  it('when it is booked the evening before: once, the next morning, and then only a call', () => {
    const evening = { startsAt: utc('2026-12-01T14:30Z'), bookedAt: utc('2026-11-30T21:00Z') };
    expect(shown(DEFAULT_POLICY, evening)).toEqual([
      'booked message 12-01 08:00',
      'three_days_before none',
      'one_day_before none',
      'same_day person 12-01 12:30',
      'missed message 12-01 15:30',
    ]);
  });

  it('says that a person phones where a message would come in quiet hours and cannot wait', () => {
    const early = { startsAt: utc('2026-12-01T08:10Z'), bookedAt: utc('2026-11-30T21:00Z') };
    const untilNine = rules({ quietTo: '09:00' });
    expect(shown(untilNine, early)[0]).toBe('booked person 11-30 21:00');
  });

  it('is what would be planned, whatever the rules and the times', () => {
    const answers = fc.record({
      ...{ bookedOn: fc.constantFrom('yes', 'no'), firstOn: fc.constantFrom('yes', 'no') },
      ...{ firstDays: fc.integer({ min: 3, max: 14 }).map(String), secondDays: fc.constantFrom('1', '2') },
      ...{ secondAt: fc.constantFrom('08:00', '12:30'), mergeHours: fc.constantFrom('0', '4', '24') },
      ...{ bankHolidays: fc.constantFrom('as_usual', 'day_before'), sameDayWay: fc.constantFrom('voice', 'call_list') },
    });
    const from = utc('2026-03-20T00:00Z');
    const times = fc.record({ booked: fc.nat(20 * 1440), ahead: fc.integer({ min: 1, max: 20 * 1440 }) });
    const holidays = new Set(['2026-04-03', '2026-04-06']);
    fc.assert(
      fc.property(answers, times, (change, { booked, ahead }) => {
        const policy = rules(change as Partial<PolicyAnswers>);
        const bookedAt = from + booked * MINUTE;
        const startsAt = bookedAt + ahead * MINUTE;
        const appointment = { status: 'booked', version: 1, bookedAt, startsAt, endsAt: startsAt + MINUTE } as const;
        const context = { zone, holidays, alreadySent: false };
        const planned = nextReminders(appointment, policy, context, bookedAt);
        const previewed = previewPolicy(policy, { startsAt, bookedAt }, { zone, holidays });
        const coming = previewed.filter(({ rule, at }) => rule !== 'missed' && at !== null);
        expect(new Map(coming.map(({ rule, at }) => [rule, at]))).toEqual(
          new Map(planned.map(({ rule, notBefore }) => [rule, notBefore])),
        );
      }),
    );
  });
});

describe('the example', () => {
  it('is next Tuesday at half past two, booked ten days before, whatever day it is', () => {
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const today = addDays('2026-11-23', ahead);
      const { exampleDate, exampleTime, bookedDate } = usualExample(today);
      expect(weekdayOf(exampleDate)).toBe(2);
      expect(exampleDate > today && exampleDate <= addDays(today, 7)).toBe(true);
      expect([exampleTime, addDays(bookedDate, 10)]).toEqual(['14:30', exampleDate]);
      expect(readExample(usualExample(today), zone).ok).toBe(true);
    }
  });

  const typed = { exampleDate: '2026-12-01', exampleTime: '14:30', bookedDate: '2026-11-21', bookedTime: '11:00' };
  it.each([
    ['a date that does not exist', { exampleDate: '2026-02-31' }, { exampleDate: 'notADate' }],
    ['a year that nobody means', { exampleDate: '9999-12-31' }, { exampleDate: 'notADate' }],
    ['a year long before', { bookedDate: '0000-01-01' }, { bookedDate: 'notADate' }],
    ['no time', { exampleTime: '' }, { exampleTime: 'notATime' }],
    [
      'a time that the clocks skip',
      { exampleDate: '2026-03-29', exampleTime: '01:30', bookedDate: '2026-03-01' },
      { exampleTime: 'notATime' },
    ],
    ['booked after it starts', { bookedDate: '2026-12-02' }, { bookedDate: 'bookedLate' }],
    ['booked when it starts', { bookedDate: '2026-12-01', bookedTime: '14:30' }, { bookedDate: 'bookedLate' }],
  ])('cannot have %s', (_what, change, problems) => {
    expect(readExample({ ...typed, ...change }, zone)).toEqual({ ok: false, problems });
  });

  it('is read by the clock of the office', () => {
    expect(readExample(typed, zone)).toEqual({ ok: true, ...TUESDAY });
    expect(readExample(typed, 'Europe/Athens')).toMatchObject({ startsAt: utc('2026-12-01T12:30Z') });
  });

  it('has no holidays where there are none', () => {
    expect(previewPolicy(DEFAULT_POLICY, TUESDAY, office)).toHaveLength(5);
  });
});

describe('from when rules count', () => {
  const now = utc('2026-03-28T15:00Z');
  it.each([
    ['2026-03-28', { ok: true, effectiveFrom: now }],
    ['2026-03-29', { ok: true, effectiveFrom: utc('2026-03-29T00:00Z') }],
    // The clocks have gone forward by then.
    ['2026-03-30', { ok: true, effectiveFrom: utc('2026-03-29T23:00Z') }],
    ['2027-03-29', { ok: true, effectiveFrom: utc('2027-03-28T23:00Z') }],
    ['2027-03-30', { ok: false, problem: 'tooFar' }],
    ['2026-03-27', { ok: false, problem: 'past' }],
    ['2026-02-30', { ok: false, problem: 'notADate' }],
    ['', { ok: false, problem: 'notADate' }],
    ['+010000-01-01', { ok: false, problem: 'notADate' }],
  ])('%s', (date, read) => {
    expect(readEffectiveFrom(date, zone, now)).toEqual(read);
  });
});
