import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { dayStateOf, mayRecordOutcome } from './day-state';

const START = Date.parse('2026-11-24T14:30:00Z');
const appointment = {
  status: 'booked' as const,
  startsAt: START,
  endsAt: START + 30 * MINUTE,
  confirmedAt: null,
  cannotComeAt: null,
};

describe('how an appointment stands', () => {
  it.each([
    ['nothing was said yet', {}, START - HOUR, 'no_reply'],
    ['it is going on', {}, START + MINUTE, 'no_reply'],
    ['it is over and nobody wrote down what came of it', {}, START + 30 * MINUTE, 'not_recorded'],
    ['the customer will be there', { confirmedAt: START - HOUR }, START - MINUTE, 'confirmed'],
    ['the customer cannot come', { cannotComeAt: START - HOUR }, START - MINUTE, 'cannot_come'],
    ['it is over, and the customer had said so', { cannotComeAt: START - HOUR }, START + 2 * HOUR, 'cannot_come'],
    [
      'first yes, then no',
      { confirmedAt: START - 2 * HOUR, cannotComeAt: START - HOUR },
      START - MINUTE,
      'cannot_come',
    ],
    ['first no, then yes', { confirmedAt: START - HOUR, cannotComeAt: START - 2 * HOUR }, START - MINUTE, 'confirmed'],
    ['they came', { status: 'attended' as const, cannotComeAt: START - HOUR }, START + HOUR, 'attended'],
    ['they came late', { status: 'attended' as const, late: true }, START + HOUR, 'attended_late'],
    ['they were excused', { status: 'excused' as const, late: false }, START + HOUR, 'excused'],
    ['it was called off', { status: 'cancelled_by_office' as const }, START, 'cancelled'],
  ])('%s', (_what, changes, now, state) => {
    expect(dayStateOf({ ...appointment, ...changes }, now)).toBe(state);
  });

  it('can be recorded from a quarter of an hour before', () => {
    expect(mayRecordOutcome(appointment, START - 15 * MINUTE - 1)).toBe(false);
    expect(mayRecordOutcome(appointment, START - 15 * MINUTE)).toBe(true);
    expect(mayRecordOutcome({ ...appointment, status: 'attended' }, START + HOUR)).toBe(false);
  });
});
