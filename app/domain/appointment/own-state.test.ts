import { describe, expect, it, test } from 'vitest';
import { mayGiveFeedback, ownStateOf, type OwnState } from './own-state';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from './appointment';

describe('ownStateOf', () => {
  const end = 1_000;
  test.each<[AppointmentStatus, number, OwnState]>([
    ['booked', end - 1, 'coming'],
    ['booked', end, 'over'],
    ['attended', end - 1, 'attended'],
    ['failed_to_attend', end, 'missed'],
    ['excused', end, 'not_held'],
    ['excused', end - 1, 'not_held'],
    ['rearranged', end, 'rearranged'],
    ['cancelled_by_customer', end - 1, 'cancelled'],
    ['cancelled_by_office', end + 1, 'cancelled'],
  ])('%s at %i is %s', (status, now, state) => expect(ownStateOf({ status, endsAt: end }, now)).toBe(state));

  it('asks only those who met how it was', () => {
    const asked = APPOINTMENT_STATUSES.filter((status) => mayGiveFeedback(ownStateOf({ status, endsAt: 0 }, 1)));
    expect(asked).toEqual(['booked', 'attended']);
  });
  it('asks nobody who is still to meet', () => expect(mayGiveFeedback('coming')).toBe(false));
});
