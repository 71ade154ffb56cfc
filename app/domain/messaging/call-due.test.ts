import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../time/opening-hours';
import { callDueAt, dueInHours, latestCall, sameDayCallDueAt } from './call-due';
import type { WorkingTime } from '../time/working-time';

const hours: WorkingTime = {
  zone: 'Europe/London',
  opensAt: '09:00',
  closesAt: '17:00',
  holidays: new Set(['2026-12-25', '2026-12-28']),
};
const utc = (text: string) => Date.parse(`${text}Z`);
const shown = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('callDueAt', () => {
  it.each([
    ['within the hour while the office is open', '2026-11-23T10:20', '2026-11-23T11:20'],
    ['just before closing, the last full hour', '2026-11-23T16:00', '2026-11-23T17:00'],
    ['when the hour would run past closing, the next morning', '2026-11-23T16:01', '2026-11-24T09:00'],
    ['at night, in the morning', '2026-11-24T02:00', '2026-11-24T09:00'],
    ['on Friday evening, on Monday', '2026-11-27T19:00', '2026-11-30T09:00'],
    ['on Sunday, on Monday', '2026-11-29T12:00', '2026-11-30T09:00'],
    ['at Christmas, afterwards', '2026-12-25T10:00', '2026-12-29T09:00'],
    ['by the clock on the wall in summer', '2026-07-06T07:30', '2026-07-06T08:00'],
    ['across the weekend on which the clocks go forward', '2026-03-27T18:00', '2026-03-30T08:00'],
  ])('%s', (_, now, due) => expect(shown(callDueAt(utc(now), hours))).toBe(due));
});

describe('sameDayCallDueAt', () => {
  it.each([
    ['in the morning, before the office closes that day', '2026-11-23T10:20', '2026-11-23T17:00'],
    ['before opening, the same', '2026-11-23T07:00', '2026-11-23T17:00'],
    ['with just half an hour left, that day', '2026-11-23T16:30', '2026-11-23T17:00'],
    ['with less, the next working day', '2026-11-23T16:31', '2026-11-24T17:00'],
    ['on Friday evening, on Monday', '2026-11-27T17:30', '2026-11-30T17:00'],
    ['on Saturday, on Monday', '2026-11-28T10:00', '2026-11-30T17:00'],
    ['before Christmas, after it', '2026-12-24T16:45', '2026-12-29T17:00'],
    ['by the clock on the wall in summer', '2026-07-06T09:00', '2026-07-06T16:00'],
  ])('%s', (_, now, due) => expect(shown(sameDayCallDueAt(utc(now), hours))).toBe(due));
});

describe('latestCall', () => {
  it.each([
    ['half an hour before the start', '11:14', '09:00', '10:45'],
    ['earlier where its message has to be', '10:00', '09:00', '10:00'],
    ['as late as the message when half an hour is not left', '11:14', '10:45', '11:14'],
    ['the moment of a message that is past', '10:30', '10:50', '10:30'],
  ])('is %s', (_, sendBy, now, latest) => {
    const at = (time: string) => utc(`2026-11-24T${time}`);
    expect(shown(latestCall({ sendBy: at(sendBy), startsAt: at('11:15') }, at(now)))).toBe(`2026-11-24T${latest}`);
  });
});

describe('dueInHours', () => {
  it.each([
    ['in working hours, when it has to be', '2026-11-24T14:15', '2026-11-23T10:00', '2026-11-24T14:15'],
    ['for Monday at 9:15, on Friday', '2026-11-30T09:00', '2026-11-27T10:00', '2026-11-27T17:00'],
    ['after a bank holiday, before it', '2026-12-29T09:15', '2026-12-23T10:00', '2026-12-24T17:00'],
    ['after hours, at closing time', '2026-11-24T18:45', '2026-11-24T10:00', '2026-11-24T17:00'],
    ['on a Saturday, on Friday', '2026-11-28T11:00', '2026-11-27T10:00', '2026-11-27T17:00'],
    ['known too late for that, when it has to be', '2026-11-30T09:00', '2026-11-28T10:00', '2026-11-30T09:00'],
    ['known after closing, when it has to be', '2026-11-24T18:45', '2026-11-24T17:30', '2026-11-24T18:45'],
  ])('%s', (_, latest, now, due) => expect(shown(dueInHours(utc(latest), utc(now), hours))).toBe(due));

  it('is never after the latest, and never past if the latest is not', () => {
    const first = utc('2026-11-01T00:00') / 60_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 90_000 }), fc.nat(20_000), (minute, later) => {
        const now = minute * 60_000;
        const latest = now + later * 60_000;
        const due = dueInHours(latest, now, hours);
        expect(due).toBeLessThanOrEqual(latest);
        expect(due).toBeGreaterThanOrEqual(now);
        // There was a working minute before it, unless there was none at all that early.
        if (due < latest) expect(isOpen(due - 60_000, hours, hours.holidays)).toBe(true);
      }),
    );
  });
});
