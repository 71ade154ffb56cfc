import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_SERVICES } from '../journey/contact-record';
import { arrangeChannels, hoursOf, MEASURED_WAYS, measuredDays, trendMonths } from './channel-measures';

describe('the days of a period', () => {
  it.each([
    ['this_month', '2026-11-24', '2026-11-01', '2026-11-24'],
    ['last_month', '2026-11-24', '2026-10-01', '2026-10-31'],
    ['last_month', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['last_month', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['three_months', '2026-11-24', '2026-08-01', '2026-10-31'],
    ['twelve_months', '2026-11-24', '2025-11-01', '2026-10-31'],
  ] as const)('%s on %s is %s to %s', (period, today, fromOn, untilOn) => {
    expect(measuredDays(period, today)).toEqual({ fromOn, untilOn });
  });

  it('has a trend of the twelve months before, one after the other', () => {
    const months = trendMonths('2026-03-10');
    expect(months.map(({ month }) => month)).toEqual(
      '2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12 2026-01 2026-02'.split(' '),
    );
    expect(months.at(-1)).toMatchObject({ fromOn: '2026-02-01', beforeOn: '2026-03-01' });
  });
});

describe('the table of channels', () => {
  it('has only what there was, in a fixed order', () => {
    const table = arrangeChannels([
      { service: 'plan', way: 'phone', helped: true, count: 2 },
      { service: 'appointment', way: 'online', helped: false, count: 5 },
      { service: 'appointment', way: 'phone', helped: false, count: 3 },
      { service: 'appointment', way: 'phone', helped: true, count: 1 },
      { service: 'details', way: 'desk', helped: true, count: 0 },
    ]);
    expect(table).toEqual({
      services: [
        {
          service: 'appointment',
          ways: [
            { way: 'phone', alone: 3, helped: 1 },
            { way: 'online', alone: 5, helped: 0 },
          ],
        },
        { service: 'plan', ways: [{ way: 'phone', alone: 0, helped: 2 }] },
      ],
      total: [
        { way: 'phone', alone: 3, helped: 3 },
        { way: 'online', alone: 5, helped: 0 },
      ],
      all: { alone: 8, helped: 3 },
    });
  });

  it('adds up to what was counted, whatever it was', () => {
    const counted = fc.record({
      service: fc.constantFrom(...CONTACT_SERVICES),
      way: fc.constantFrom(...MEASURED_WAYS),
      helped: fc.boolean(),
      count: fc.nat(500),
    });
    fc.assert(
      fc.property(fc.array(counted), (rows) => {
        const { services, total, all } = arrangeChannels(rows);
        const sum = rows.reduce((so, { count }) => so + count, 0);
        const of = (ways: typeof total) => ways.reduce((so, { alone, helped }) => so + alone + helped, 0);
        expect(all.alone + all.helped).toBe(sum);
        expect(of(total)).toBe(sum);
        expect(services.reduce((so, { ways }) => so + of(ways), 0)).toBe(sum);
      }),
    );
  });

  it('tells hours to the nearest half', () => {
    expect([0, 14, 15, 44, 45, 60, 90].map(hoursOf)).toEqual([0, 0, 0.5, 0.5, 1, 1, 1.5]);
  });
});
