import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../clock';
import { APPOINTMENT_STATUSES, MISSED_REASONS, type AppointmentStatus } from './appointment';
import { mayCancel, mayCorrectOutcome, mayRecordOutcome, whyNotRecorded } from './day-state';
import { didNotCome, isSameOutcome, outcomeOf, PRESSED_OUTCOMES, pressedFor, recordedAs } from './recorded-outcome';

const START = 100 * MINUTE;

describe('what may be recorded of an appointment', () => {
  /** What may be done from 15 minutes before the start on, and what while it is still ahead. */
  it.each<[AppointmentStatus, 'record' | 'correct' | 'nothing', 'cancel' | 'nothing']>([
    ['booked', 'record', 'cancel'],
    ['attended', 'correct', 'nothing'],
    ['failed_to_attend', 'correct', 'nothing'],
    ['excused', 'correct', 'nothing'],
    ['rearranged', 'correct', 'nothing'],
    ['cancelled_by_office', 'nothing', 'nothing'],
    ['cancelled_by_customer', 'nothing', 'nothing'],
  ])('of one that is %s: %s; while it is ahead: %s', (status, then, ahead) => {
    const appointment = { status, startsAt: START };
    for (const now of [START - 15 * MINUTE, START, START + 999 * MINUTE]) {
      expect([mayRecordOutcome(appointment, now), mayCorrectOutcome(appointment, now)]).toEqual([
        then === 'record',
        then === 'correct',
      ]);
    }
    const early = START - 15 * MINUTE - 1;
    expect(whyNotRecorded(appointment, early)).toBe(then === 'nothing' ? 'not_standing' : 'not_yet');
    expect(mayCancel(appointment, early)).toBe(ahead === 'cancel');
    expect(mayCancel(appointment, START)).toBe(false);
  });
});

describe('what is on record', () => {
  const record = fc.record({
    status: fc.constantFrom(...APPOINTMENT_STATUSES),
    late: fc.boolean(),
    missedReason: fc.constantFrom(null, ...MISSED_REASONS),
  });
  const press = fc.constantFrom(...PRESSED_OUTCOMES);

  it('is what was pressed, and pressing it again says nothing new', () => {
    fc.assert(
      fc.property(record, press, (before, pressed) => {
        const after = recordedAs(before, outcomeOf(pressed));
        expect(pressedFor(after)).toBe(pressed);
        expect(isSameOutcome(recordedAs(after, outcomeOf(pressed)), after)).toBe(true);
      }),
    );
  });

  it('says of nobody who came why they did not, and of nobody who did not that they were late', () => {
    fc.assert(
      fc.property(record, press, (before, pressed) => {
        const after = recordedAs(before, outcomeOf(pressed));
        if (!didNotCome(after.status)) expect(after.missedReason).toBeNull();
        if (after.status !== 'attended') expect(after.late).toBe(false);
      }),
    );
  });

  it('keeps a known reason when a failure is excused, and when that is taken back', () => {
    const missed = { status: 'failed_to_attend', late: false, missedReason: 'unwell' } as const;
    const excused = recordedAs(missed, outcomeOf('excused'));
    expect(excused).toEqual({ ...missed, status: 'excused' });
    expect(recordedAs(excused, outcomeOf('failed_to_attend'))).toEqual(missed);
  });
});
