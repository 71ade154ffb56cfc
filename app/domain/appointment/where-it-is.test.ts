import { expect, test } from 'vitest';
import { venueDuring, whereItIs, type Place } from './where-it-is';

const HALL: Place = { id: 'hall', kind: 'venue', name: 'The Caia Hub', address: '22 Prince Row', postcode: 'LL13 8ZZ' };
const ROOM: Place = { id: 'room', kind: 'room', name: 'Room 1', address: '', postcode: '' };
const AT_OFFICE = { mode: 'in_person', placeId: null, venue: '' } as const;
const IN_ROOM = { ...AT_OFFICE, placeId: 'room' };
const AT_HALL = { mode: 'outreach', placeId: 'hall', venue: 'The Caia Hub, 22 Prince Row, LL13 8ZZ' } as const;
const BY_FILE = { mode: 'outreach', placeId: null, venue: 'The library' } as const;
const BY_PHONE = { mode: 'phone', placeId: null, venue: '' } as const;

test.each([
  ['at the office', AT_OFFICE, null, null, AT_OFFICE],
  ['in a room', IN_ROOM, null, ROOM, IN_ROOM],
  ['booked on an outreach day', AT_OFFICE, HALL, null, AT_HALL],
  ['moved to an outreach day, out of its room', IN_ROOM, HALL, ROOM, AT_HALL],
  ['moved within an outreach day', AT_HALL, HALL, HALL, AT_HALL],
  ['moved away from an outreach day', AT_HALL, null, HALL, AT_OFFICE],
  ['at a place that a file named', BY_FILE, null, null, BY_FILE],
  ['by telephone on an outreach day', BY_PHONE, HALL, null, BY_PHONE],
] as const)('%s', (_, wished, venue, before, expected) => {
  expect(whereItIs(wished, venue, before)).toEqual(expected);
});

test('an adviser is at a venue for as long as the outreach lasts', () => {
  const day = { fromOn: '2026-11-24', untilOn: '2026-11-24', fromTime: '13:00', toTime: '16:00' };
  const hours = {
    availability: [{ weekday: 2, fromTime: '09:00', toTime: '17:00' }],
    exceptions: [{ ...day, kind: 'outreach' as const, placeId: 'hall' }],
  };
  const during = (from: string, to: string) =>
    venueDuring(
      { startsAt: Date.parse(`2026-11-24T${from}Z`), endsAt: Date.parse(`2026-11-24T${to}Z`) },
      hours,
      'Europe/London',
    );
  expect(during('13:00', '13:30')).toBe('hall');
  expect(during('15:30', '16:00')).toBe('hall');
  expect(during('12:45', '13:15')).toBeNull();
  expect(during('09:00', '09:30')).toBeNull();
});
