import { setImmediate as turnOver } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { together } from './together';

class Outage extends Error {}
const isHopeless = (error: unknown) => error instanceof Outage;

describe('what is done together', () => {
  it('is asked for at the same time; whoever asks meanwhile is among the next', async () => {
    const groups: number[][] = [];
    let goOn: () => void = () => undefined;
    const double = together<number, number>(
      async (items) => {
        groups.push([...items]);
        await new Promise<void>((resolve) => (goOn = resolve));
        return items.map((item) => item * 2);
      },
      { most: 10, isHopeless },
    );
    const first = [double(1), double(2)];
    while (groups.length === 0) await turnOver();
    const next = [double(3), double(4)];
    goOn();
    expect(await Promise.all(first)).toEqual([2, 4]);
    while (groups.length === 1) await turnOver();
    goOn();
    expect(await Promise.all(next)).toEqual([6, 8]);
    expect(groups).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('is never more than it may be', async () => {
    const sizes: number[] = [];
    const same = together<number, number>(
      async (items) => {
        sizes.push(items.length);
        return items;
      },
      { most: 3, isHopeless },
    );
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(same))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('is done by halves where it fails for all, so that only the one at fault fails', async () => {
    const tried: number[][] = [];
    const pass = together<number, number>(
      async (items) => {
        tried.push([...items]);
        if (items.includes(2)) throw new Error('poison');
        return items;
      },
      { most: 10, isHopeless },
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(pass));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(tried).toEqual([[1, 2, 3, 4], [1, 2], [1], [2], [3, 4]]);
  });

  it('is not tried again where that cannot help, and goes on afterwards', async () => {
    let down = true;
    let tries = 0;
    const pass = together<number, number>(
      async (items) => {
        tries += 1;
        if (down) throw new Outage();
        return items;
      },
      { most: 10, isHopeless },
    );
    const outcomes = await Promise.allSettled([1, 2, 3].map(pass));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(1);
    down = false;
    expect(await pass(4)).toBe(4);
  });
});
