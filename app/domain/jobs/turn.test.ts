import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../clock';
import { isTurn, type LatestRun } from './turn';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const run = (ago: number, change: Partial<LatestRun> = {}): LatestRun => ({
  begunAt: NOW - ago,
  endedAt: NOW - ago + SECOND,
  failures: 0,
  ...change,
});

describe('the turn of a task', () => {
  it.each<[what: string, LatestRun | null, every: number, held: boolean, turn: boolean]>([
    ['never run', null, DAY, false, true],
    ['run less than its pause ago', run(59 * SECOND), MINUTE, false, false],
    ['run its pause ago', run(MINUTE), MINUTE, false, true],
    ['missed a hundred times', run(100 * DAY), DAY, false, true],
    ['running in another worker, however long', run(DAY, { endedAt: null }), MINUTE, true, false],
    ['cut off with its worker', run(2 * MINUTE, { endedAt: null }), DAY, false, true],
    ['a daily one that failed a minute ago', run(MINUTE, { failures: 1 }), DAY, false, true],
    ['a frequent one that failed just now', run(9 * SECOND, { failures: 3 }), 10 * SECOND, false, false],
    ['begun by a clock that is a little ahead', run(-2 * SECOND), MINUTE, false, false],
    ['begun by a clock that has been put back by an hour', run(-HOUR), MINUTE, false, true],
  ])('%s', (_what, latest, every, held, turn) => {
    expect(isTurn(latest, every, NOW, held)).toBe(turn);
  });
});
