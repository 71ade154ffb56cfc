import { setImmediate as turnOver } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lull } from './lull';

const LONG = 60_000;

/** Something that is under way until it is told to end. */
function task() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => ended };
}

describe('a lull', () => {
  it('is there at once where nothing is under way', async () => {
    await lull().wait(LONG);
  });

  it('comes when the last has ended, and not between two that follow each other', async () => {
    const [calm, first, second] = [lull(), task(), task()];
    const both = calm.during(first.work).then(() => calm.during(second.work));
    let over = false;
    const waiting = calm.wait(LONG).then(() => void (over = true));
    await turnOver();
    first.end();
    for (let turns = 0; turns < 5; turns += 1) await turnOver();
    expect(over).toBe(false);
    second.end();
    await both;
    await waiting;
  });

  it('is not waited for by who is in a hurry, however soon that is said', async () => {
    const [calm, slow] = [lull(), task()];
    const under = calm.during(slow.work);
    const waiting = calm.wait(LONG);
    calm.hurry();
    await waiting;
    const later = calm.wait(LONG);
    await turnOver();
    await turnOver();
    calm.hurry();
    await later;
    slow.end();
    await under;
  });

  it('is not waited for beyond patience', async () => {
    const [calm, slow] = [lull(), task()];
    const under = calm.during(slow.work);
    await calm.wait(1);
    slow.end();
    await under;
  });
});
