import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES, HELPS_WANTED, SKILLS, type CapabilityAnswers, type Question } from './answers';
import { assessCapability, LEVELS, MOST_POINTS, scoreOf, type Level, type LevelRule } from './assess-capability';

/** Everything alone, on a device of their own, whenever they need it: 13 points. */
const BEST: CapabilityAnswers = {
  ...{ device: 'own', online: 'yes', readByOthers: 'no', often: 'most_days', way: 'no_preference', wants: [] },
  ...{ open_link: 'alone', write_message: 'alone', fill_form: 'alone', use_code: 'alone', spot_scam: 'alone' },
};
type Change = Partial<CapabilityAnswers>;
const judged = (change: Change) => {
  const { level, rule, score } = assessCapability({ ...BEST, ...change });
  return `${level} by ${rule} at ${score}`;
};
const UNABLE = Object.fromEntries(SKILLS.map((skill) => [skill, 'no'])) as Change;
const HELPED = Object.fromEntries(SKILLS.map((skill) => [skill, 'with_help'])) as Change;
const NOTHING: Change = { ...UNABLE, device: 'none', online: 'no', often: 'never' };

describe('the points', () => {
  it.each<[string, Change, number]>([
    ['everything', {}, 13],
    ['nothing', NOTHING, 0],
    ['a skill with help', { use_code: 'with_help' }, 12],
    ['a skill not at all', { use_code: 'no' }, 11],
    ['a shared device', { device: 'shared' }, 12],
    ['no device', { device: 'none' }, 12],
    ['online sometimes', { online: 'sometimes' }, 12],
    ['online never when needed', { online: 'no' }, 12],
    ['online every week', { often: 'weekly' }, 13],
    ['seldom online', { often: 'seldom' }, 12],
    ['never online', { often: 'never' }, 12],
    ['who reads along', { readByOthers: 'yes' }, 13],
    ['how to be in touch', { way: 'letter' }, 13],
    ['what would help', { wants: ['champion', 'course'] }, 13],
  ])('for %s', (_name, change, score) => expect(scoreOf({ ...BEST, ...change })).toBe(score));
});

describe('the level', () => {
  it.each<[string, Change, string]>([
    ['13 points', {}, 'self_service by score at 13'],
    ['10 points', { open_link: 'no', online: 'sometimes' }, 'self_service by score at 10'],
    ['9 points', { open_link: 'no', online: 'sometimes', device: 'shared' }, 'champion_first by score at 9'],
    ['6 points', { ...HELPED, online: 'sometimes', device: 'shared' }, 'champion_first by score at 6'],
    ['5 points', { ...HELPED, online: 'sometimes', device: 'shared', often: 'seldom' }, 'assisted by score at 5'],
    ['others read along', { readByOthers: 'yes' }, 'assisted by safety at 13'],
    ['perhaps others read along', { readByOthers: 'not_sure' }, 'self_service by score at 13'],
    ['a call, please', { way: 'phone' }, 'assisted by preference at 13'],
    ['face to face, please', { way: 'face_to_face' }, 'assisted by preference at 13'],
    ['letters, please', { way: 'letter' }, 'assisted by preference at 13'],
    ['texts, please, and able', { way: 'text' }, 'self_service by preference at 13'],
    ['email, please, and able', { way: 'email' }, 'self_service by preference at 13'],
    ['texts, please, with 10 points', { way: 'text', open_link: 'no', online: 'sometimes' }, 'self_service by preference at 10'], // prettier-ignore
    ['texts, please, and less able', { way: 'text', ...HELPED }, 'champion_first by preference at 8'],
    ['texts, please, and nothing else', { way: 'text', ...NOTHING }, 'champion_first by preference at 0'],
    ['nothing to go online with', { device: 'none' }, 'assisted by access at 12'],
    ['never online when needed', { online: 'no' }, 'assisted by access at 12'],
    ['online sometimes', { online: 'sometimes' }, 'self_service by score at 12'],
    ['seldom, and two things not', { often: 'seldom', open_link: 'no', use_code: 'no' }, 'assisted by seldom_and_unsure at 8'], // prettier-ignore
    ['never, and two things not', { often: 'never', open_link: 'no', use_code: 'no' }, 'assisted by seldom_and_unsure at 8'], // prettier-ignore
    ['seldom, and one thing not', { often: 'seldom', open_link: 'no' }, 'self_service by score at 10'],
    ['weekly, and two things not', { often: 'weekly', open_link: 'no', use_code: 'no' }, 'champion_first by score at 9'], // prettier-ignore
    ['seldom, and two things with help', { often: 'seldom', open_link: 'with_help', use_code: 'with_help' }, 'self_service by score at 10'], // prettier-ignore
  ])('for %s', (_name, change, expected) => expect(judged(change)).toBe(expected));
});

/** Answers that set off each rule, if no earlier one does; the points alone say otherwise wherever they can. */
const SETS_OFF: Record<Exclude<LevelRule, 'score'>, Change> = {
  safety: { readByOthers: 'yes' },
  preference: { way: 'text' },
  access: { device: 'none' },
  seldom_and_unsure: { often: 'never', open_link: 'no', use_code: 'no' },
};
const ORDER = ['safety', 'preference', 'access', 'seldom_and_unsure'] as const;

describe('of two rules that fit', () => {
  const pairs = ORDER.flatMap((first, index) => ORDER.slice(index + 1).map((second) => [first, second] as const));
  it.each(pairs)('%s comes before %s', (first, second) =>
    expect(assessCapability({ ...BEST, ...SETS_OFF[second], ...SETS_OFF[first] }).rule).toBe(first),
  );
  it.each(ORDER)('%s comes before the points', (rule) =>
    expect(assessCapability({ ...BEST, ...SETS_OFF[rule] }).rule).toBe(rule),
  );
});

const anyOf = <Q extends Question>(question: Q) =>
  fc.constantFrom(...(CHOICES[question] as readonly (typeof CHOICES)[Q][number][]));
const anyAnswers: fc.Arbitrary<CapabilityAnswers> = fc.record({
  ...{ device: anyOf('device'), online: anyOf('online'), readByOthers: anyOf('readByOthers'), often: anyOf('often') },
  ...{ open_link: anyOf('open_link'), write_message: anyOf('write_message'), fill_form: anyOf('fill_form') },
  ...{ use_code: anyOf('use_code'), spot_scam: anyOf('spot_scam'), way: anyOf('way') },
  wants: fc.subarray([...HELPS_WANTED]),
});
const ORDERED = ['device', 'online', 'readByOthers', 'often', ...SKILLS] as const;
/** From the least digital to the most. */
const rank = (level: Level) => LEVELS.length - LEVELS.indexOf(level);

describe('whatever was answered', () => {
  it('has 0 to 13 points and a level, by the rules of one version', () =>
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { score, level, version } = assessCapability(answers);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(MOST_POINTS);
        expect(LEVELS).toContain(level);
        expect(version).toBe(1);
      }),
    ));

  it('a better answer to one question never means fewer points or a less digital level', () =>
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ORDERED), fc.nat(3), (answers, question, choice) => {
        const choices: readonly string[] = CHOICES[question];
        const worse = { ...answers, [question]: choices[choice % choices.length] };
        const isWorse = choices.indexOf(worse[question]) >= choices.indexOf(answers[question]);
        const [good, bad] = isWorse ? [answers, worse] : [worse, answers];
        expect(scoreOf(good)).toBeGreaterThanOrEqual(scoreOf(bad));
        expect(rank(assessCapability(good).level)).toBeGreaterThanOrEqual(rank(assessCapability(bad).level));
      }),
      { numRuns: 2_000 },
    ));

  it('the rule is the first in the order that fits', () =>
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const isSeldom = answers.often === 'seldom' || answers.often === 'never';
        const fits: Record<LevelRule, boolean> = {
          safety: answers.readByOthers === 'yes',
          preference: answers.way !== 'no_preference',
          access: answers.device === 'none' || answers.online === 'no',
          seldom_and_unsure: isSeldom && SKILLS.filter((skill) => answers[skill] === 'no').length > 1,
          score: true,
        };
        const first = (Object.keys(fits) as LevelRule[]).find((rule) => fits[rule]);
        expect(assessCapability(answers).rule).toBe(first);
      }),
      { numRuns: 2_000 },
    ));

  it('what they want is heeded whenever it is safe: people for those who want people, online for those who want that', () =>
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { level } = assessCapability({ ...answers, readByOthers: 'no' });
        if (answers.way === 'text' || answers.way === 'email') expect(level).not.toBe('assisted');
        else if (answers.way !== 'no_preference') expect(level).toBe('assisted');
      }),
    ));

  it('where others read along, or may, the wording is neutral; who sees what would help changes nothing', () =>
    fc.assert(
      fc.property(anyAnswers, fc.subarray([...HELPS_WANTED]), (answers, wants) => {
        expect(assessCapability(answers).discreet).toBe(answers.readByOthers !== 'no');
        expect(assessCapability({ ...answers, wants })).toEqual(assessCapability(answers));
      }),
    ));
});
