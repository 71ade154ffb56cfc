import ICAL from 'ical.js';
import { describe, expect, it, test } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { wallClockOf } from '~/domain/time/wall-clock';
import { createCalendarWriter, type CalendarEvent } from './calendar';

const event: CalendarEvent = {
  ...{ uid: 'a1@waymark', sequence: 1, title: 'Appointment', place: '', notes: '', cancelled: false },
  startsAt: Date.parse('2026-11-24T14:30:00Z'),
  endsAt: Date.parse('2026-11-24T15:00:00Z'),
  updatedAt: Date.parse('2026-11-20T09:00:00Z'),
};
const writer = createCalendarWriter();

/** A file as a calendar program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents('vevent').map((one) => ({
    uid: one.getFirstPropertyValue('uid'),
    sequence: one.getFirstPropertyValue('sequence'),
    status: one.getFirstPropertyValue('status'),
    summary: one.getFirstPropertyValue('summary'),
    starts: one.getFirstPropertyValue('dtstart') as ICAL.Time,
    ends: one.getFirstPropertyValue('dtend') as ICAL.Time,
    stamp: (one.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().getTime(),
  }));
  return { method: calendar.getFirstPropertyValue('method'), events };
}

describe('a calendar file', () => {
  it('keeps its UID through a move, with a higher SEQUENCE', () => {
    const before = read(writer.write(event)).events[0]!;
    const moved = { ...event, sequence: 2, startsAt: event.startsAt + HOUR, endsAt: event.endsAt + HOUR };
    const after = read(writer.write(moved)).events[0]!;
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([1, 2]);
    expect(after.starts.toJSDate().getTime() - before.starts.toJSDate().getTime()).toBe(HOUR);
  });

  it('takes a cancelled one away', () => {
    expect(read(writer.write({ ...event, cancelled: true }))).toMatchObject({
      method: 'CANCEL',
      events: [{ status: 'CANCELLED' }],
    });
  });

  // Half past nine on the days around both clock changes, and the hour that happens twice.
  test.each([
    ['2026-03-28T09:30:00Z', '09:30'],
    ['2026-03-29T08:30:00Z', '09:30'],
    ['2026-10-24T08:30:00Z', '09:30'],
    ['2026-10-25T09:30:00Z', '09:30'],
    ['2026-10-25T00:30:00Z', '01:30'],
    ['2026-10-25T01:30:00Z', '01:30'],
  ])('is right across a change of the clocks: %s', (instant, wall) => {
    const startsAt = Date.parse(instant);
    const [one] = read(writer.write({ ...event, startsAt, endsAt: startsAt + 30 * MINUTE })).events;
    expect(one!.starts.zone.tzid).toBe('UTC');
    expect(one!.starts.toJSDate().getTime()).toBe(startsAt);
    expect(one!.ends.toJSDate().getTime()).toBe(startsAt + 30 * MINUTE);
    expect(wallClockOf(one!.starts.toJSDate().getTime(), 'Europe/London').time).toBe(wall);
  });
});

describe('a feed', () => {
  it('is published whole, with what was cancelled in it', () => {
    const off = { ...event, uid: 'a2@waymark', sequence: 2, cancelled: true };
    expect(read(writer.writeFeed('Appointments', [event, off]))).toMatchObject({
      method: 'PUBLISH',
      events: [
        { uid: 'a1@waymark', status: 'CONFIRMED', stamp: event.updatedAt },
        { uid: 'a2@waymark', status: 'CANCELLED' },
      ],
    });
  });
  it('may be empty', () => expect(read(writer.writeFeed('Appointments', [])).events).toEqual([]));
});
