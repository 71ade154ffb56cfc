import { describe, expect, it } from 'vitest';
import { instantOf } from '../time/wall-clock';
import { LineCells } from './line-cells';
import { readStartsAt } from './starts-at';

const COLUMNS = { places: new Map([['starts_at', 0]]), width: 1 };

function read(text: string, zone = 'Europe/London') {
  const cells = new LineCells(COLUMNS, [text]);
  const instant = readStartsAt(cells, zone, instantOf);
  return { instant: instant === null ? null : new Date(instant).toISOString(), cells };
}

describe('readStartsAt', () => {
  it.each([
    ['2026-11-24T14:30', '2026-11-24T14:30:00.000Z'],
    ['2026-06-24T14:30', '2026-06-24T13:30:00.000Z'],
    ['2026-06-24 14:30:15', '2026-06-24T13:30:15.000Z'],
    ['2026-06-24T14:30Z', '2026-06-24T14:30:00.000Z'],
    ['2026-06-24T14:30:00.000+01:00', '2026-06-24T13:30:00.000Z'],
    ['2026-06-24T14:30-0530', '2026-06-24T20:00:00.000Z'],
    ['2026-06-24t14:30+05', '2026-06-24T09:30:00.000Z'],
    ['2028-02-29T09:00', '2028-02-29T09:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(read(text)).toMatchObject({ instant, cells: { problems: [], warnings: [] } });
  });

  it.each([
    ['', 'starts_at is empty'],
    ['24/11/2026 14:30', 'starts_at "24/11/2026 14:30" is not a date and time written like 2026-11-24T14:30'],
    ['2026-11-24', 'starts_at "2026-11-24" is not a date and time written like 2026-11-24T14:30'],
    ['2026-02-29T09:00', 'starts_at "2026-02-29T09:00" is a date or time that does not exist'],
    ['2026-11-31T09:00Z', 'starts_at "2026-11-31T09:00Z" is a date or time that does not exist'],
    ['2026-11-24T24:00', 'starts_at "2026-11-24T24:00" is a date or time that does not exist'],
    ['1026-11-24T09:00', 'starts_at "1026-11-24T09:00" is a date or time that does not exist'],
    ['2026-11-24T09:00+15:00', 'starts_at "2026-11-24T09:00+15:00" has an offset that does not exist'],
    ['2026-03-29T01:30', 'starts_at "2026-03-29T01:30" does not exist in Europe/London: the clocks go forward then'],
  ])('refuses %j', (text, problem) => {
    expect(read(text)).toMatchObject({ instant: null, cells: { problems: [problem] } });
  });

  it('takes the first of a time that happens twice, and says so', () => {
    const { instant, cells } = read('2026-10-25T01:30');
    expect(instant).toBe('2026-10-25T00:30:00.000Z');
    expect(cells.warnings).toEqual([
      'starts_at "2026-10-25T01:30" happens twice in Europe/London, as the clocks go back then; the first is taken',
    ]);
  });

  it('does not mind the clocks when the offset is given', () => {
    expect(read('2026-03-29T01:30Z').instant).toBe('2026-03-29T01:30:00.000Z');
    expect(read('2026-10-25T01:30+00:00').instant).toBe('2026-10-25T01:30:00.000Z');
  });
});
