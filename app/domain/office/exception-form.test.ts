import { expect, test } from 'vitest';
import { readException, timesOf, type ExceptionValues } from './exception-form';

const TODAY = '2026-11-24';
const LEAVE: ExceptionValues = {
  ...{ kind: 'leave', from: '2026-12-01', until: '2026-12-04', fromTime: '', toTime: '', place: '', note: '' },
};
const choice = { venues: ['hall'], today: TODAY, before: null };
const read = (values: Partial<ExceptionValues>, more: Partial<typeof choice> = {}) =>
  readException({ ...LEAVE, ...values }, { ...choice, ...more });

test.each([
  ['days of leave', {}, { kind: 'leave', fromOn: '2026-12-01', untilOn: '2026-12-04', fromTime: null }],
  ['one day', { until: '' }, { untilOn: '2026-12-01' }],
  ['hours', { kind: 'meeting', fromTime: '2pm', toTime: '15:30' }, { fromTime: '14:00', toTime: '15:30' }],
  ['an evening more', { kind: 'extra', fromTime: '5:30pm', toTime: '8pm' }, { kind: 'extra', toTime: '20:00' }],
  ['a day at a venue', { kind: 'outreach', place: 'hall' }, { placeId: 'hall' }],
  ['a venue that does not belong', { place: 'hall' }, { placeId: null }],
  ['ill the week before', { kind: 'sick', from: '2026-11-17', until: '2026-11-18' }, { kind: 'sick' }],
])('%s', (_, values, expected) => expect(read(values)).toMatchObject({ ok: true, exception: expected }));

test.each([
  ['no kind', { kind: 'holiday' }, { kind: 'choose_kind' }],
  ['no first day', { from: '', until: '' }, { from: 'from_missing' }],
  ['a day long past', { from: '2026-09-01' }, { from: 'from_long_past' }],
  ['a last day that does not exist', { until: '2026-02-31' }, { until: 'until_wrong' }],
  ['a last day before the first', { until: '2026-11-30' }, { until: 'until_before' }],
  ['more than a year', { until: '2027-12-03' }, { until: 'too_long' }],
  ['times that cannot be read', { fromTime: '9', toTime: 'late' }, { fromTime: 'time_unreadable', toTime: 'time_unreadable' }],
  ['one time alone', { fromTime: '9am' }, { toTime: 'time_missing' }],
  ['the other alone', { toTime: '9am' }, { fromTime: 'time_missing' }],
  ['times that run back', { fromTime: '5pm', toTime: '9am' }, { toTime: 'time_backwards' }],
  ['more hours, but which', { kind: 'extra' }, { fromTime: 'times_for_extra' }],
  ['no venue', { kind: 'outreach' }, { place: 'choose_venue' }],
  ['too long a note', { note: 'x'.repeat(201) }, { note: 'note_too_long' }],
])('%s', (_, values, problems) => expect(read(values)).toEqual({ ok: false, problems })); // prettier-ignore

test('the day that it began on stays possible', () => {
  expect(read({ from: '2026-09-01' }, { before: '2026-09-01' as never })).toMatchObject({ ok: true });
});

test('is on each of its days, as long as they are: 25 hours when the clocks go back', () => {
  const leave = { kind: 'leave', fromOn: '2026-10-25', untilOn: '2026-10-26', placeId: null } as const;
  const times = timesOf({ ...leave, fromTime: null, toTime: null }, 'Europe/London');
  expect(times.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000)).toEqual([25, 24]);
  const hours = timesOf({ ...leave, fromTime: '09:00', toTime: '10:00' }, 'Europe/London');
  expect(hours.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
    '2026-10-25T09:00:00.000Z',
    '2026-10-26T09:00:00.000Z',
  ]);
});
