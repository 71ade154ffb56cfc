import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import {
  chooseWhomToAsk,
  fairLine,
  OFFER_RULES,
  sameModePossible,
  takesTime,
  whyNotOffered,
  type FreedTime,
  type Waiting,
} from './freed-time';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const ZONE = 'Europe/London';
const FREED: FreedTime = {
  ...{ customerId: 'gone', adviserId: 'sioned', mode: 'in_person', venue: '' },
  ...{ startsAt: NOW + DAY, endsAt: NOW + DAY + 30 * MINUTE },
};

/** Somebody who asked an hour ago, meets Sioned in a week, and can be written to. */
const waiting = (appointmentId: string, fields: Partial<Waiting> = {}): Waiting => {
  const startsAt = fields.startsAt ?? NOW + 7 * DAY;
  return {
    ...{ appointmentId, customerId: `c-${appointmentId}`, adviserId: 'sioned', mode: 'in_person', venue: '' },
    ...{ inGroup: false, askedAt: NOW - HOUR, offersLately: 0, askedBefore: false, hasOffer: false, busyThen: false },
    ...{ way: 'message', startsAt, endsAt: startsAt + 30 * MINUTE },
    ...fields,
  };
};
const asked = (people: Waiting[], freed = FREED, now = NOW) =>
  chooseWhomToAsk(freed, people, ZONE, now).map(({ appointmentId }) => appointmentId);

describe('whom to ask about a time that has come free', () => {
  it('is those who asked on the earliest date, then whose meeting is soonest, then who asked first; three at once', () => {
    const people = [
      waiting('today-later', { askedAt: NOW - 20 * MINUTE }),
      waiting('today', { askedAt: NOW - HOUR }),
      waiting('today-sooner', { askedAt: NOW - MINUTE, startsAt: NOW + 2 * DAY }),
      waiting('last-week', { askedAt: NOW - 6 * DAY, startsAt: NOW + 9 * DAY }),
    ];
    expect(asked(people)).toEqual(['last-week', 'today-sooner', 'today']);
  });

  test.each<[string, Partial<Waiting>]>([
    ['meets somebody else', { adviserId: 'rhys' }],
    ['had the time themselves', { customerId: 'gone' }],
    ['comes sooner anyway', { startsAt: NOW + DAY - HOUR }],
    ['comes at that very time', { startsAt: NOW + DAY }],
    ['needs longer', { endsAt: NOW + 7 * DAY + HOUR }],
    ['is visited at home', { mode: 'home' }],
    ['is met at a venue', { mode: 'outreach', venue: 'hall' }],
    ['has a place in a group', { inGroup: true }],
    ['was asked about this time before', { askedBefore: true }],
    ['has another offer to think about', { hasOffer: true }],
    ['meets another adviser then', { busyThen: true }],
    ['was asked twice in seven days', { offersLately: 2 }],
    ['cannot be asked now', { way: null }],
  ])('is nobody who %s', (_why, fields) => expect(asked([waiting('a', fields)])).toEqual([]));

  test.each<[string, Partial<Waiting>]>([
    ['was asked once in seven days', { offersLately: 1 }],
    ['needs less time', { endsAt: NOW + 7 * DAY + 15 * MINUTE }],
    ['is phoned', { mode: 'phone' }],
    ['can be asked by a colleague who phones', { way: 'phone' }],
  ])('may be somebody who %s', (_why, fields) => expect(asked([waiting('a', fields)])).toEqual(['a']));

  it('is nobody when it begins too soon for a hold and fair notice', () => {
    const soon = (ahead: number) => ({ ...FREED, startsAt: NOW + ahead, endsAt: NOW + ahead + 30 * MINUTE });
    expect(OFFER_RULES.leastNotice).toBe(4 * HOUR);
    expect(asked([waiting('a')], soon(4 * HOUR))).toEqual(['a']);
    expect(asked([waiting('a')], soon(4 * HOUR - 1))).toEqual([]);
  });

  it('is one of two meetings of the same person, once', () => {
    const two = [waiting('a', { customerId: 'c' }), waiting('b', { customerId: 'c', startsAt: NOW + 3 * DAY })];
    expect(asked(two)).toEqual(['b']);
  });

  const anyone = fc.record({
    askedAt: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
    startsAt: fc.integer({ min: NOW, max: NOW + 20 * DAY }),
    offersLately: fc.nat(3),
    askedBefore: fc.boolean(),
    hasOffer: fc.boolean(),
    busyThen: fc.boolean(),
    way: fc.constantFrom('message' as const, 'phone' as const, null),
  });
  const people = fc.array(anyone, { maxLength: 20 }).map((list) => list.map((fields, n) => waiting(String(n), fields)));

  it('never is somebody a third time in a week, twice for one time, or more than three at once', () => {
    fc.assert(
      fc.property(people, (list) => {
        const chosen = chooseWhomToAsk(FREED, list, ZONE, NOW);
        expect(chosen.length).toBeLessThanOrEqual(OFFER_RULES.atOnce);
        for (const one of chosen) {
          expect(one.offersLately).toBeLessThan(OFFER_RULES.perWeek);
          expect(one.askedBefore || one.hasOffer || one.busyThen || one.way === null).toBe(false);
          expect(one.startsAt).toBeGreaterThan(FREED.startsAt);
        }
      }),
    );
  });

  it('passes over nobody who could have it and has waited longer, whatever order they are listed in', () => {
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), (list, dice) => {
        const chosen = chooseWhomToAsk(FREED, list, ZONE, NOW);
        const shuffled = list.toSorted(() => (dice.next().value % 2 === 0 ? 1 : -1));
        expect(chooseWhomToAsk(FREED, shuffled, ZONE, NOW)).toEqual(chosen);
        const passedOver = fairLine(FREED, list, ZONE, NOW).filter((one) => one.way !== null && !chosen.includes(one));
        const last = chosen.at(-1);
        for (const one of passedOver)
          expect(new Date(one.askedAt).toISOString().slice(0, 10) >= new Date(last!.askedAt).toISOString().slice(0, 10)).toBe(true); // prettier-ignore
      }),
    );
  });

  it('asks everybody who can be asked in the end, each once', () => {
    fc.assert(
      fc.property(people, (list) => {
        const expected = fairLine(FREED, list, ZONE, NOW).filter(({ way }) => way !== null);
        const told: string[] = [];
        for (let round = 0; round < list.length + 1; round += 1) {
          const left = list.map((one) => ({ ...one, askedBefore: one.askedBefore || told.includes(one.customerId) }));
          told.push(...chooseWhomToAsk(FREED, left, ZONE, NOW).map(({ customerId }) => customerId));
        }
        expect(told).toEqual(expected.map(({ customerId }) => customerId));
      }),
    );
  });
});

test.each([
  ['in_person', 'phone', true],
  ['in_person', 'outreach', false],
  ['in_person', 'home', true],
  ['phone', 'outreach', true],
  ['video', 'in_person', true],
  ['outreach', 'in_person', false],
  ['outreach', 'outreach', true],
  ['home', 'home', false],
] as const)('a meeting %s in a time that was %s: %s', (own, freed, fits) => {
  expect(sameModePossible({ mode: freed, venue: 'hall' }, { mode: own, venue: 'hall' })).toBe(fits);
});

test('a venue is not another venue', () => {
  expect(sameModePossible({ mode: 'outreach', venue: 'hall' }, { mode: 'outreach', venue: 'library' })).toBe(false);
});

describe('a time that was free', () => {
  const diary = { availability: [{ weekday: 2, fromTime: '09:00', toTime: '12:00' }], busy: [] };
  const at = (time: string, minutes = 30) => {
    const startsAt = Date.parse(`2026-11-24T${time}Z`);
    return { startsAt, endsAt: startsAt + minutes * MINUTE };
  };
  test.each([
    ['at an odd time, within the hours', at('09:10'), {}, null],
    ['past the hours', at('11:45'), {}, 'not_free'],
    ['on leave', at('09:10'), { exceptions: [{ kind: 'leave' as const, fromOn: '2026-11-24', untilOn: '2026-11-24', fromTime: null, toTime: null, placeId: null }] }, 'not_free'], // prettier-ignore
    ['booked since', at('09:10'), { busy: [at('09:30')] }, 'taken'],
  ])('%s can be given: %s', (_name, time, change, reason) => {
    expect(whyNotOffered(time, { ...diary, ...change }, { zone: ZONE }, NOW)).toBe(reason);
  });
  it('that has begun is past', () => {
    expect(whyNotOffered(at('09:10'), diary, { zone: ZONE }, at('09:10').startsAt)).toBe('past');
  });
  test.each([
    ['the same start', at('10:00', 60), true],
    ['a little into its end', at('10:20'), false],
    ['half into it', at('10:10'), true],
    ['before it', at('09:30'), false],
    ['around it', at('09:00', 180), true],
  ])('is taken by an appointment at %s: %s', (_name, appointment, taken) =>
    expect(takesTime(appointment, at('10:00'))).toBe(taken),
  );
});
