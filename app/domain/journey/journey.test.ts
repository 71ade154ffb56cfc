import fc from 'fast-check';
import { expect, it } from 'vitest';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../appointment/appointment';
import { journeyOf, type JourneyEvent } from './journey';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const meeting = (at: number, status: AppointmentStatus, id = `${at}`): JourneyEvent => ({
  ...{ kind: 'meeting', id, at, endsAt: at + HOUR / 2, sort: 'review', mode: 'in_person', status },
  ...{ withWhom: 'Sioned', purpose: '' },
});
const due = (on: string): JourneyEvent => ({ kind: 'due', id: on, on, at: Date.parse(on), action: 'Ring' });
const shown = (events: JourneyEvent[]) =>
  journeyOf(events, NOW).map(({ kind, place, happened }) => `${kind} ${place} ${happened}`);

it('tells the way from the first day to what is planned', () => {
  const events: JourneyEvent[] = [
    { kind: 'review', on: '2026-12-20', at: Date.parse('2026-12-20'), withWhom: 'Sioned' },
    meeting(NOW + DAY, 'booked'),
    { kind: 'step', id: 's', at: NOW - DAY, action: 'CV' },
    meeting(NOW - 3 * DAY, 'attended'),
    { kind: 'agreed', id: 'a', at: NOW - 3 * DAY, first: true, withWhom: 'Sioned' },
    { kind: 'registered', at: NOW - 30 * DAY },
    due('2026-11-30'),
  ];
  expect(shown(events)).toEqual([
    'registered past happened',
    'meeting past happened',
    'agreed past happened',
    'step past happened',
    'meeting next to_come',
    'due later to_come',
    'review later to_come',
  ]);
});
it('blames nobody for a meeting that was missed or called off', () => {
  for (const status of ['failed_to_attend', 'excused', 'cancelled_by_customer', 'cancelled_by_office'] as const)
    expect(shown([meeting(NOW - DAY, status)])).toEqual(['meeting past did_not_happen']);
});
it('says that it does not know, where nobody has written it down', () => {
  expect(shown([meeting(NOW - DAY, 'booked')])).toEqual(['meeting past not_known']);
});
it('leaves out meetings that moved, and those ahead that will not be', () => {
  expect(shown([meeting(NOW - DAY, 'rearranged'), meeting(NOW + DAY, 'cancelled_by_office')])).toEqual([]);
});
it('knows what is on now', () => {
  expect(shown([meeting(NOW - HOUR / 4, 'booked'), meeting(NOW + DAY, 'booked')])).toEqual([
    'meeting now to_come',
    'meeting next to_come',
  ]);
});
it('keeps a step whose day is over, and a review that is late, ahead', () => {
  expect(shown([due('2026-11-01'), meeting(NOW - DAY, 'attended')])).toEqual([
    'meeting past happened',
    'due next to_come',
  ]);
});
it('has the past before what is to come, and one next at most', () => {
  const any = fc.oneof(
    fc
      .record({ at: fc.integer({ min: -90, max: 90 }), status: fc.constantFrom(...APPOINTMENT_STATUSES) })
      .map((one) => meeting(NOW + one.at * DAY, one.status)),
    fc.constantFrom(due('2026-11-01'), due('2026-12-01')),
  );
  fc.assert(
    fc.property(fc.array(any), (events) => {
      const places = journeyOf(events, NOW).map(({ place }) => place);
      expect(places.filter((place) => place === 'next').length).toBeLessThanOrEqual(1);
      expect(places.lastIndexOf('past')).toBeLessThan(places.findIndex((place) => place !== 'past') >>> 0);
    }),
  );
});
