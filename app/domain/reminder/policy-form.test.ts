import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, DEMO_POLICY, HOLIDAY_WAYS, SAME_DAY_WAYS } from './policy';
import { answersOf, POLICY_FIELDS, readPolicyRules, type PolicyAnswers, type PolicyProblems } from './policy-form';

const { version: _version, ...DEFAULT_RULES } = DEFAULT_POLICY;
const USUAL = answersOf(DEFAULT_POLICY);

const problemsOf = (change: Partial<PolicyAnswers>): PolicyProblems => {
  const read = readPolicyRules({ ...USUAL, ...change });
  return read.ok ? {} : read.problems;
};
const rulesOf = (change: Partial<PolicyAnswers>) => {
  const read = readPolicyRules({ ...USUAL, ...change });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.rules;
};

const whole = (min: number, max: number) => fc.integer({ min, max }).map(String);
const yesNo = fc.constantFrom('yes', 'no');
const clock = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => new Date(n * 60_000).toISOString().slice(11, 16));
/** Answers that an office may give, whatever they say. */
const acceptable: fc.Arbitrary<PolicyAnswers> = fc
  .record({
    ...{ bookedOn: yesNo, firstOn: yesNo, secondOn: yesNo, sameDayOn: yesNo, missedOn: yesNo },
    ...{ firstDays: whole(4, 14), firstAt: clock(8 * 60, 12 * 60), firstSendBy: whole(1, 720) },
    ...{ secondDays: whole(1, 3), secondAt: clock(8 * 60, 12 * 60), secondSendBy: whole(1, 720) },
    firstLateAt: fc.oneof(fc.constant(''), clock(12 * 60 + 1, 19 * 60)),
    secondLateAt: fc.oneof(fc.constant(''), clock(12 * 60 + 1, 19 * 60)),
    ...{ sameDayMinutes: whole(60, 480), sameDaySendBy: whole(5, 59), missedMinutes: whole(0, 1440) },
    sameDayWay: fc.constantFrom(...SAME_DAY_WAYS),
    ...{ quietFrom: clock(19 * 60 + 1, 24 * 60 - 1), quietTo: clock(0, 8 * 60) },
    ...{ mergeHours: whole(0, 24), bankHolidays: fc.constantFrom(...HOLIDAY_WAYS) },
  })
  .filter(({ firstOn, secondOn, sameDayOn }) => [firstOn, secondOn, sameDayOn].includes('yes'));

describe('the rules as a form', () => {
  it('gives the standard rules back as they are, and the demo’s without quiet hours', () => {
    expect(rulesOf({})).toEqual(DEFAULT_RULES);
    expect(readPolicyRules(answersOf(DEMO_POLICY))).toMatchObject({
      ok: true,
      rules: { quietHours: { from: '00:00' } },
    });
  });

  it('gives back what was answered, for whatever an office may answer', () => {
    fc.assert(
      fc.property(acceptable, (answers) => {
        const read = readPolicyRules(answers);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const back = answersOf(read.rules);
        // Who calls is not asked when nobody does.
        expect(back).toEqual(answers.sameDayOn === 'no' ? { ...answers, sameDayWay: back.sameDayWay } : answers);
        expect(readPolicyRules(back)).toEqual(read);
      }),
    );
  });

  it('always tells people of changes and cancellations', () => {
    fc.assert(
      fc.property(acceptable, (answers) => {
        const read = readPolicyRules(answers);
        expect(read.ok && read.rules.rules.changed).toEqual(DEFAULT_POLICY.rules.changed);
        expect(read.ok && read.rules.rules.cancelled).toEqual(DEFAULT_POLICY.rules.cancelled);
      }),
    );
  });

  it('takes nothing that is not one of its answers, and never falls over', () => {
    const anything = fc.oneof(fc.string(), fc.constantFrom('yes', 'no', '10:00', '3', '-1', '1e9', '٣', '24:00'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom<string>(...POLICY_FIELDS, 'other'), anything), (input) => {
        const read = readPolicyRules(input);
        if (read.ok) return expect(readPolicyRules(answersOf(read.rules))).toEqual(read);
        expect(Object.keys(read.problems).length).toBeGreaterThan(0);
        for (const field of Object.keys(read.problems)) expect(POLICY_FIELDS).toContain(field);
      }),
    );
  });

  it.each<[string, Partial<PolicyAnswers>, PolicyProblems]>([
    ['no answer', { bookedOn: '' }, { bookedOn: 'choose' }],
    ['an answer that is none', { bankHolidays: 'never' }, { bankHolidays: 'choose' }],
    ['nobody who calls', { sameDayWay: 'pigeon' }, { sameDayWay: 'choose' }],
    ['a time that does not exist', { firstAt: '24:00' }, { firstAt: 'notATime' }],
    ['a later time that does not exist', { secondLateAt: 'four' }, { secondLateAt: 'notATime' }],
    ['a time that does not exist, and a later one', { secondAt: 'ten' }, { secondAt: 'notATime' }],
    ['no days', { firstDays: '' }, { firstDays: 'days' }],
    ['half a day', { secondDays: '0.5' }, { secondDays: 'days' }],
    ['more than two weeks', { firstDays: '15' }, { firstDays: 'days' }],
    ['the second reminder before the first', { secondDays: '4' }, { secondDays: 'order' }],
    ['both reminders on one day', { secondDays: '3' }, { secondDays: 'order' }],
    ['a last moment after the start', { firstSendBy: '-5' }, { firstSendBy: 'sendBy' }],
    ['a last moment half a day and more before', { secondSendBy: '721' }, { secondSendBy: 'sendBy' }],
    [
      'a call ten minutes before',
      { sameDayMinutes: '10' },
      { sameDayMinutes: 'sameDayMinutes', sameDaySendBy: 'sameDaySendBy' },
    ],
    ['a call that is too late when it comes', { sameDaySendBy: '120' }, { sameDaySendBy: 'sameDaySendBy' }],
    ['a call in the last minute', { sameDaySendBy: '4' }, { sameDaySendBy: 'sameDaySendBy' }],
    ['two days after a missed one', { missedMinutes: '2880' }, { missedMinutes: 'missedMinutes' }],
    ['hours that are none', { mergeHours: 'many' }, { mergeHours: 'mergeHours' }],
    ['a later time that is earlier', { secondLateAt: '09:00' }, { secondLateAt: 'lateBefore' }],
    ['a reminder in quiet hours', { firstAt: '21:00' }, { firstAt: 'inQuiet' }],
    ['a reminder at their first minute', { firstAt: '20:00' }, { firstAt: 'inQuiet' }],
    ['a later time in quiet hours', { secondLateAt: '23:30' }, { secondLateAt: 'inQuiet' }],
    ['quiet hours by day', { quietFrom: '09:00', quietTo: '11:00' }, { firstAt: 'inQuiet', secondAt: 'inQuiet' }],
    [
      'hardly a time that is not quiet',
      { quietFrom: '15:00', quietTo: '09:00' },
      { secondLateAt: 'inQuiet', quietTo: 'quietTooLong' },
    ],
    ['no quiet hours at all: a time missing', { quietTo: '' }, { quietTo: 'notATime' }],
    ['nothing that reminds', { firstOn: 'no', secondOn: 'no', sameDayOn: 'no' }, { firstOn: 'noneOn' }],
  ])('says what is wrong with %s', (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it.each<[string, Partial<PolicyAnswers>]>([
    ['the end of quiet hours', { firstAt: '08:00' }],
    ['quiet hours that are none', { quietFrom: '00:00', quietTo: '00:00', firstAt: '03:00' }],
    ['only a call on the day', { firstOn: 'no', secondOn: 'no' }],
    ['one reminder only, on whichever day', { firstOn: 'no', secondDays: '14' }],
    ['no later time', { secondLateAt: '' }],
    ['spaces around it', { firstDays: ' 5 ' }],
  ])('takes %s', (_what, change) => {
    expect(problemsOf(change)).toEqual({});
  });

  it('does not ask what is wrong with a reminder that is not sent: it keeps what makes sense', () => {
    const nonsense = { firstDays: 'many', firstAt: '', firstLateAt: '99', firstSendBy: '' };
    expect(rulesOf({ firstOn: 'no', ...nonsense }).rules.three_days_before).toEqual({
      ...DEFAULT_POLICY.rules.three_days_before,
      on: false,
    });
    expect(rulesOf({ firstOn: 'no', firstDays: '7' }).rules.three_days_before).toMatchObject({
      on: false,
      timing: { days: 7 },
    });
    expect(rulesOf({ sameDayOn: 'no', sameDayMinutes: '', sameDayWay: '' }).rules.same_day.on).toBe(false);
    expect(rulesOf({ missedOn: 'no', missedMinutes: 'x' }).rules.missed.on).toBe(false);
  });

  it('means hours when it says that messages are close together', () => {
    expect(rulesOf({ mergeHours: '2' }).mergeWithinMinutes).toBe(120);
    expect(rulesOf({ mergeHours: '0' }).mergeWithinMinutes).toBe(0);
  });
});
