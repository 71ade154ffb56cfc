import { describe, expect, it, test } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { wouldComeSooner, type EarlierWish } from './would-come-sooner';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const slot = { customerId: 'aled', adviserId: 'sioned', startsAt: NOW + HOUR, endsAt: NOW + HOUR + 30 * MINUTE };
const wish = (fields: Partial<EarlierWish> = {}): EarlierWish => ({
  ...{ appointmentId: 'a', customerId: 'nia', adviserId: 'sioned', askedAt: 1 },
  startsAt: NOW + 3 * HOUR,
  endsAt: NOW + 3 * HOUR + 30 * MINUTE,
  ...fields,
});

describe('wouldComeSooner', () => {
  test.each<[string, Partial<EarlierWish>, number]>([
    ['somebody who comes later', {}, 1],
    ['somebody whose meeting is shorter', { endsAt: NOW + 3 * HOUR + 20 * MINUTE }, 1],
    ['somebody whose meeting is longer', { endsAt: NOW + 3 * HOUR + 31 * MINUTE }, 0],
    ['somebody of another adviser', { adviserId: 'gwen' }, 0],
    ['the one who cannot come', { customerId: 'aled' }, 0],
    ['somebody who comes before', { startsAt: slot.startsAt - HOUR, endsAt: slot.startsAt - HOUR + 1 }, 0],
    ['somebody who comes at that time', { startsAt: slot.startsAt, endsAt: slot.endsAt }, 0],
  ])('%s', (_who, fields, count) => expect(wouldComeSooner(slot, [wish(fields)], NOW)).toHaveLength(count));

  it('puts first who asked first', () => {
    const wishes = [wish({ appointmentId: 'late', askedAt: 9 }), wish({ appointmentId: 'early', askedAt: 2 })];
    expect(wouldComeSooner(slot, wishes, NOW).map((one) => one.appointmentId)).toEqual(['early', 'late']);
  });
  it('offers nothing that has begun', () => expect(wouldComeSooner(slot, [wish()], slot.startsAt)).toEqual([]));
});
