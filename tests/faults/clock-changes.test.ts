import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { DEFAULT_POLICY, type ReminderPolicy } from '~/domain/reminder/policy';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendDue } from '~/services/send-due.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told } from '../support/diary';
import { fakeClock } from '../support/fake-clock';
import { scriptedSender } from '../support/scripted-sender';

const { rules } = DEFAULT_POLICY;
const atHalfPastOne: ReminderPolicy = {
  ...DEFAULT_POLICY,
  version: 'night-1',
  quietHours: { from: '00:00', to: '00:00' },
  rules: { ...rules, one_day_before: { ...rules.one_day_before, timing: { kind: 'days_before', days: 1, at: '01:30' } } }, // prettier-ignore
};
const quietUntilHalfPastOne: ReminderPolicy = {
  ...DEFAULT_POLICY,
  version: 'night-2',
  quietHours: { from: '20:00', to: '01:30' },
};

/** Meetings on the Mondays after the clocks of London change, and when their texts go, in UTC. */
const CASES: { what: string; policy: ReminderPolicy; booked: string; startsAt: string; texts: string[] }[] = [
  {
    what: 'ten in the morning is ten in the morning, when an hour is left out',
    ...{ policy: DEFAULT_POLICY, booked: '2027-03-24T12:00:00Z', startsAt: '2027-03-29T13:00:00Z' },
    texts: ['2027-03-24T12:00:00Z', '2027-03-26T10:00:00Z', '2027-03-28T09:00:00Z'],
  },
  {
    what: 'ten in the morning is ten in the morning, when an hour comes twice',
    ...{ policy: DEFAULT_POLICY, booked: '2027-10-27T12:00:00Z', startsAt: '2027-11-01T14:00:00Z' },
    texts: ['2027-10-27T12:00:00Z', '2027-10-29T09:00:00Z', '2027-10-31T10:00:00Z'],
  },
  {
    what: 'the night is quiet until eight, however short it is',
    ...{ policy: DEFAULT_POLICY, booked: '2027-03-27T23:30:00Z', startsAt: '2027-03-29T13:00:00Z' },
    // And what is due at ten is within four hours of it.
    texts: ['2027-03-28T07:00:00Z'],
  },
  {
    what: 'the night is quiet until eight, however long it is',
    ...{ policy: DEFAULT_POLICY, booked: '2027-10-30T22:30:00Z', startsAt: '2027-11-01T14:00:00Z' },
    texts: ['2027-10-31T08:00:00Z'],
  },
  {
    what: 'half past one that there is not is the moment that skips it',
    ...{ policy: atHalfPastOne, booked: '2027-03-26T12:00:00Z', startsAt: '2027-03-29T13:00:00Z' },
    texts: ['2027-03-26T12:00:00Z', '2027-03-28T01:00:00Z'],
  },
  {
    what: 'half past one that comes twice is the first, and only the first',
    ...{ policy: atHalfPastOne, booked: '2027-10-29T12:00:00Z', startsAt: '2027-11-01T14:00:00Z' },
    texts: ['2027-10-29T12:00:00Z', '2027-10-31T00:30:00Z'],
  },
  {
    what: 'quiet until a half past one that there is not ends when it is skipped',
    ...{ policy: quietUntilHalfPastOne, booked: '2027-03-27T23:30:00Z', startsAt: '2027-03-29T13:00:00Z' },
    texts: ['2027-03-28T01:00:00Z', '2027-03-28T09:00:00Z'],
  },
  {
    what: 'quiet until a half past one that comes twice ends at the first',
    ...{ policy: quietUntilHalfPastOne, booked: '2027-10-30T22:30:00Z', startsAt: '2027-11-01T14:00:00Z' },
    texts: ['2027-10-31T00:30:00Z', '2027-10-31T10:00:00Z'],
  },
];

describeOnBothDatabases('when the clocks change', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());

  it.each(CASES)('$what', async ({ policy, booked, startsAt, texts }) => {
    const clock = fakeClock(booked);
    const at: string[] = [];
    const sms = scriptedSender('sms', {
      answer: ({ id }) => {
        at.push(new Date(clock.now()).toISOString().replace('.000', ''));
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
    });
    const deps = testDeps(database.db, { clock, senders: [sms], policy });
    const diary = await aDiary(deps);
    const item = told(deps, diary, { startsAt: Date.parse(startsAt) });
    await deps.db.write((q) => saveAppointments(q, deps, [item], { kind: 'import', id: null }, 'request-1'));
    const send = sendDue(deps);
    while (clock.now() <= Date.parse(startsAt)) {
      while (await send('worker'));
      clock.advance(5 * MINUTE);
    }
    expect(at).toEqual(texts);
    // Nobody has said yes, and no receipt has come: on the day somebody phones, two hours before.
    const calls = await deps.db.read((q) => q.select().from(q.tables.callList));
    expect(calls).toMatchObject([{ reason: 'not_confirmed', createdAt: Date.parse(startsAt) - 120 * MINUTE }]);
  });
});
