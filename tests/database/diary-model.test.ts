import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OUTCOMES } from '~/domain/appointment/appointment';
import { MINUTE } from '~/domain/clock';
import { DIARY_EXCEPTIONS } from '~/domain/office/diary';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import {
  acts,
  aModelOffice,
  emptyModel,
  expectSound,
  slotAt,
  type Act,
  type Model,
  type Real,
} from '../support/diary-model';

/** `MODEL_RUNS=1000` for a night. */
const RUNS = Number(process.env.MODEL_RUNS ?? 0);

class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly name: string,
    private readonly act: Act,
  ) {}
  check = () => true;
  toString = () => this.name;
  async run(model: Model, real: Real) {
    await this.act(model, real);
    await expectSound(model, real);
  }
}

const adviser = fc.nat(1);
const which = fc.nat(7);
const slot = fc.tuple(fc.nat(4), fc.nat(39)).map(([day, quarter]) => slotAt(day, quarter));
/** Hours of a day, in minutes since midnight. */
const stretch = fc
  .tuple(fc.integer({ min: 16, max: 30 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from: from * 30, to: (from + length) * 30 }));
const week = fc.uniqueArray(
  fc.record({ weekday: fc.integer({ min: 1, max: 5 }), stretch }).map(({ weekday, stretch: s }) => ({ weekday, ...s })),
  { selector: ({ weekday }) => weekday, maxLength: 5 },
);

const step = <T>(name: string, params: fc.Arbitrary<T>, act: (params: T) => Act) =>
  params.map((one) => new Step(`${name}(${JSON.stringify(one)})`, act(one)));

const booking = fc.record({
  ...{ adviser, customer: fc.nat(2), startsAt: slot, minutes: fc.constantFrom(15, 30, 45, 60) },
  ...{ kind: fc.constantFrom('review' as const, 'talk' as const), room: fc.option(fc.nat(1)), override: fc.boolean() },
});
const nearby = fc.tuple(booking, fc.nat(5)).map(([one, quarter]) => ({ ...one, startsAt: slotAt(1, quarter) }));
const steps = [
  step('hours', fc.tuple(adviser, week), ([who, days]) => acts.hours(who, days)),
  step('exception', fc.tuple(adviser, fc.constantFrom(...DIARY_EXCEPTIONS), fc.nat(4), fc.option(stretch)), (one) => {
    const [who, kind, day, hours] = one;
    return acts.exception(who, kind, day, kind === 'extra' ? (hours ?? { from: 1080, to: 1200 }) : hours);
  }),
  step('endOrReopen', which, acts.endOrReopen),
  step('book', booking, acts.book),
  // Often: a diary that is not full shows no faults.
  step('bookByStaff', booking, (one) => acts.book({ ...one, override: true })),
  step('bookNearby', nearby, acts.book),
  step('bookNearbyByStaff', nearby, (one) => acts.book({ ...one, override: true })),
  step('bookNearbyInRoom', nearby, (one) => acts.book({ ...one, override: true, room: 0 })),
  step('move', fc.tuple(which, slot, fc.boolean()), ([n, startsAt, override]) => acts.move(n, startsAt, override)),
  step('moveNearby', fc.tuple(which, fc.nat(5)), ([n, quarter]) => acts.move(n, slotAt(1, quarter) + 5 * MINUTE, true)),
  step('cancel', which, acts.cancel),
  step('outcome', fc.tuple(which, fc.constantFrom(...OUTCOMES)), ([n, outcome]) => acts.outcome(n, outcome)),
  step('undo', which, acts.undo),
  step('group', fc.tuple(adviser, slot), ([who, startsAt]) => acts.group(who, startsAt)),
  step('overlap', fc.constantFrom(0, 5, 15), acts.overlap),
  step('wait', fc.integer({ min: 1, max: 9 }), acts.wait),
];

describeOnBothDatabases('a diary, whatever is done to it', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await newDatabase(dialect);
  });
  afterAll(() => database.drop());

  it(
    'is never overbooked, never booked outside its hours without somebody meaning it, and loses no meeting',
    { timeout: 3_600_000 },
    async () => {
      const deps = testDeps(database.db);
      let booked = 0;
      await fc.assert(
        fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
          const model = emptyModel();
          const real = await aModelOffice(deps);
          await fc.asyncModelRun(() => ({ model, real }), commands);
          booked += model.meetings.length;
        }),
        { numRuns: RUNS || (dialect === 'sqlite' ? 40 : 10) },
      );
      expect(booked, 'meetings were booked at all').toBeGreaterThan(10);
    },
  );
});
