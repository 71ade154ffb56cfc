import { describe, expect, it } from 'vitest';
import { callDueAt } from './call-due';

describe('callDueAt', () => {
  it.each([
    ['within the hour while the office is open', '2026-11-23T10:20:00Z', '2026-11-23T11:20:00Z'],
    ['just before closing, the last full hour', '2026-11-23T16:00:00Z', '2026-11-23T17:00:00Z'],
    ['when the hour would run past closing, the next morning', '2026-11-23T16:01:00Z', '2026-11-24T09:00:00Z'],
    ['at night, in the morning', '2026-11-24T02:00:00Z', '2026-11-24T09:00:00Z'],
    ['on Friday evening, on Monday', '2026-11-27T19:00:00Z', '2026-11-30T09:00:00Z'],
    ['on Sunday, on Monday', '2026-11-29T12:00:00Z', '2026-11-30T09:00:00Z'],
    ['by the clock on the wall in summer', '2026-07-06T07:30:00Z', '2026-07-06T08:00:00Z'],
    ['across the weekend on which the clocks go forward', '2026-03-27T18:00:00Z', '2026-03-30T08:00:00Z'],
  ])('%s', (_, now, due) => {
    expect(new Date(callDueAt(Date.parse(now), 'Europe/London')).toISOString()).toBe(
      new Date(Date.parse(due)).toISOString(),
    );
  });
});
