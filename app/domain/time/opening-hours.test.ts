import { expect, test } from 'vitest';
import { isOpen } from './opening-hours';

const HOURS = { opensAt: '09:00', closesAt: '17:00', zone: 'Europe/London' };

test.each([
  ['a Tuesday morning', '2026-11-24T10:00Z', true],
  ['the minute it opens', '2026-11-24T09:00Z', true],
  ['the minute before', '2026-11-24T08:59Z', false],
  ['the last minute', '2026-11-24T16:59Z', true],
  ['the minute it closes', '2026-11-24T17:00Z', false],
  ['a Saturday', '2026-11-28T10:00Z', false],
  ['Christmas Day', '2026-12-25T10:00Z', false],
  ['summer, by the clock of the office', '2026-07-01T08:00Z', true],
  ['summer, an hour earlier', '2026-07-01T07:59Z', false],
  ['summer, in the evening', '2026-07-01T16:30Z', false],
  ['the Monday after the clocks went back', '2026-10-26T08:30Z', false],
])('on %s', (_, at, open) => expect(isOpen(Date.parse(at), HOURS, new Set(['2026-12-25']))).toBe(open));
