import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEVICES,
  HELPS_WANTED,
  ONLINE_OFTEN,
  ONLINE_WHEN_NEEDED,
  READ_BY_OTHERS,
  SKILL_ANSWERS,
  SKILLS,
  WISHED_WAYS,
  type CapabilityAnswers,
} from '../capability/answers';
import { BARRIERS, type Barrier } from '../situation/barrier';
import { DIGITAL_PLACE_KINDS, isDigitalNeed } from './signpost';
import { MOST_SIGNPOSTS, needsOf, signpostsFor, type Nearby } from './signposts-for';

const able: CapabilityAnswers = {
  ...{ device: 'own', online: 'yes', readByOthers: 'no', often: 'most_days', way: 'text', wants: [] },
  ...{ open_link: 'alone', write_message: 'alone', fill_form: 'alone', use_code: 'alone', spot_scam: 'alone' },
};
const home = { latitude: 53.222, longitude: -4.125 };
const north = (miles: number) => ({ latitude: home.latitude + miles / 69.1, longitude: home.longitude });

const bangor: Nearby = {
  places: [
    { id: 'far course', kind: 'training', teaches: ['fill_form', 'use_code'], point: north(9) },
    { id: 'library', kind: 'computers', teaches: [], point: north(2) },
    { id: 'cafe', kind: 'supported', teaches: ['open_link'], point: north(3) },
    { id: 'course', kind: 'training', teaches: ['fill_form'], point: north(1) },
    { id: 'somewhere', kind: 'computers', teaches: [], point: null },
  ],
  clubs: [
    { id: 'third club', point: north(5) },
    { id: 'club', point: north(1) },
    { id: 'too far', point: north(21) },
    { id: 'second club', point: north(4) },
  ],
  help: [
    { id: 'debt advice', barrier: 'money' },
    { id: 'it help', barrier: 'it' },
    { id: 'carers', barrier: 'caring' },
  ],
};

describe('what somebody needs', () => {
  it.each([
    ['nothing, where they can do all of it', {}, [], []],
    ['what they said no to comes first', { write_message: 'with_help', fill_form: 'no' }, [], ['fill_form', 'write_message']],
    ['no device comes after skills with a no, before those with help', { device: 'none', use_code: 'no', open_link: 'with_help' }, [], ['use_code', 'device', 'open_link']],
    ['a shared device is a need too', { device: 'shared', online: 'sometimes' }, [], ['device', 'connection']],
    ['what they ask for counts', { wants: ['computers', 'course'] }, [], ['device', 'it']],
    ['what stands in the way comes last, in the order in which it is asked', { online: 'no' }, ['money', 'caring'], ['connection', 'caring', 'money']],
    ['nothing is said twice', { device: 'none', wants: ['computers', 'club'] }, ['it'], ['device', 'it']],
  ] as [string, Partial<CapabilityAnswers>, Barrier[], string[]][])('%s', (_, some, barriers, needs) => {
    expect(needsOf({ ...able, ...some }, barriers)).toEqual(needs);
  }); // prettier-ignore

  it('is computers and phones where nobody has asked yet, unless they have told something', () => {
    expect(needsOf(null, [])).toEqual(['it']);
    expect(needsOf(null, ['money'])).toEqual(['money']);
  });
});

describe('what is suggested', () => {
  const ids = (some: Partial<CapabilityAnswers> | null, barriers: Barrier[] = [], at: typeof home | null = home) =>
    signpostsFor({ answers: some && { ...able, ...some }, barriers, home: at }, bangor).map(({ targetId }) => targetId);

  it.each([
    ['nothing for whoever needs nothing', {}, [], []],
    ['the nearest place that teaches it, then the next', { fill_form: 'no' }, [], ['course', 'far course']],
    ['somebody beside them, where nobody teaches it', { spot_scam: 'no' }, [], ['cafe']],
    ['free computers, then somebody beside them', { device: 'none' }, [], ['library', 'somewhere']],
    ['each need once before any twice', { fill_form: 'no', device: 'none' }, [], ['course', 'library', 'far course', 'somewhere']],
    ['one place for two needs stands there once', { use_code: 'no', fill_form: 'no' }, [], ['course', 'far course', 'cafe']],
    ['help for what stands in the way', {}, ['money', 'caring'], ['carers', 'debt advice']],
  ] as [string, Partial<CapabilityAnswers>, Barrier[], string[]][])('%s', (_, some, barriers, expected) => {
    expect(ids(some, barriers)).toEqual(expected);
  }); // prettier-ignore

  it('is somebody beside them and help by name for whoever has not been asked', () => {
    expect(ids(null)).toEqual(['cafe', 'it help']);
  });

  it('says which needs each answers, the first as its reason, and how far it is', () => {
    const answers = { ...able, fill_form: 'no', use_code: 'no' } as const;
    const [first, second] = signpostsFor({ answers, barriers: [], home }, bangor);
    expect(first).toMatchObject({ kind: 'digital_place', targetId: 'course', needs: ['fill_form'] });
    expect(second).toMatchObject({ targetId: 'far course', needs: ['fill_form', 'use_code'] });
    expect(first!.miles).toBeCloseTo(1, 1);
  });

  it('has only clubs that are near, the nearest two, and none where home is not known', () => {
    const clubs = { ...bangor, places: [] };
    const for_ = (at: typeof home | null) =>
      signpostsFor({ answers: { ...able, device: 'none', online: 'no' }, barriers: [], home: at }, clubs);
    expect(for_(home).map(({ targetId }) => targetId)).toEqual(['club', 'second club']);
    expect(for_(null)).toEqual([]);
  });

  it('keeps the order of the list where no distance is known', () => {
    expect(ids({ fill_form: 'no' }, [], null)).toEqual(['far course', 'course']);
  });
});

const skill = fc.constantFrom(...SKILL_ANSWERS);
const answers = fc.option(
  fc.record({
    device: fc.constantFrom(...DEVICES),
    online: fc.constantFrom(...ONLINE_WHEN_NEEDED),
    readByOthers: fc.constantFrom(...READ_BY_OTHERS),
    often: fc.constantFrom(...ONLINE_OFTEN),
    way: fc.constantFrom(...WISHED_WAYS),
    wants: fc.subarray([...HELPS_WANTED]),
    ...{ open_link: skill, write_message: skill, fill_form: skill, use_code: skill, spot_scam: skill },
  }),
);
const point = fc.record({
  latitude: fc.double({ min: 51, max: 55, noNaN: true }),
  longitude: fc.double({ min: -5, max: -2, noNaN: true }),
});
const nearby = fc
  .record({
    places: fc.array(
      fc.record({
        kind: fc.constantFrom(...DIGITAL_PLACE_KINDS),
        teaches: fc.subarray([...SKILLS]),
        point: fc.option(point),
      }),
      { maxLength: 8 },
    ),
    clubs: fc.array(fc.record({ point }), { maxLength: 5 }),
    help: fc.array(fc.record({ barrier: fc.constantFrom(...BARRIERS) }), { maxLength: 6 }),
  })
  .map(({ places, clubs, help }) => ({
    places: places.map((one, index) => ({ ...one, id: `p${index}` })),
    clubs: clubs.map((one, index) => ({ ...one, id: `c${index}` })),
    help: help.map((one, index) => ({ ...one, id: `h${index}` })),
  }));

it('is short, says each thing once and why, answers every need before any twice, and is always the same', () => {
  fc.assert(
    fc.property(
      fc.record({ answers, barriers: fc.subarray([...BARRIERS]), home: fc.option(point) }),
      nearby,
      (about, near) => {
        const found = signpostsFor(about, near);
        const needs = needsOf(about.answers, about.barriers);
        expect(found.length).toBeLessThanOrEqual(MOST_SIGNPOSTS);
        expect(new Set(found.map(({ targetId }) => targetId)).size).toBe(found.length);
        for (const one of found) for (const need of one.needs) expect(needs).toContain(need);
        expect(found.filter(({ kind }) => kind === 'club').length).toBeLessThanOrEqual(2);
        // With room to spare, no need that anything answers is left out.
        if (found.length < MOST_SIGNPOSTS)
          for (const need of needs) {
            const alone = signpostsFor({ ...about, answers: null, barriers: [] }, near);
            const helped = near.help.some(({ barrier }) => barrier === need);
            if (helped || (need === 'it' && alone.length > 0))
              expect(found.some((one) => one.needs.includes(need))).toBe(true);
          }
        expect(signpostsFor(about, near)).toEqual(found);
      },
    ),
  );
});

it('does not look at how often somebody is online, who reads their messages, or how they want to be reached', () => {
  const asked = answers.filter((one) => one !== null);
  fc.assert(
    fc.property(asked, nearby, (some, near) => {
      const other = { ...some, readByOthers: 'yes', often: 'never', way: 'letter' } as const;
      const of = (one: CapabilityAnswers) => signpostsFor({ answers: one, barriers: [], home }, near);
      expect(of(other)).toEqual(of(some));
    }),
  );
});

it('only computers and phones are no matter of somebody’s life', () => {
  expect(BARRIERS.filter(isDigitalNeed)).toEqual(['it']);
  expect([...SKILLS, 'device', 'connection'].every(isDigitalNeed)).toBe(true);
});
