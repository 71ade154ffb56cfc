import { describe, expect, it } from 'vitest';
import { chosenDay, isDate, neighbours } from './chosen-day';

describe('the day that somebody asks to see', () => {
  it.each(['2026-11-24', '2028-02-29'])('%s is a date', (text) => expect(isDate(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '24/11/2026', '2026-11-24T10:00', 'today', ''])(
    '%s is not',
    (text) => expect(isDate(text)).toBe(false),
  );

  it('is today unless it was said', () => {
    expect(chosenDay(null, '2026-11-24')).toEqual({ date: '2026-11-24', fault: false });
    expect(chosenDay('2026-12-01', '2026-11-24')).toEqual({ date: '2026-12-01', fault: false });
    expect(chosenDay('next week', '2026-11-24')).toEqual({ date: '2026-11-24', fault: true });
    expect(chosenDay('0001-01-01', '2026-11-24')).toEqual({ date: '2026-11-24', fault: true });
  });

  it('has a day on either side', () => {
    expect(neighbours('2026-12-31')).toEqual({ previous: '2026-12-30', next: '2027-01-01' });
  });
});
