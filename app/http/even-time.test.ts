import type { ActionFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { action } from '~/routes/sign-in';
import { inEvenTime } from './even-time.server';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How long it takes, in ms, on a clock that the test moves. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const took = work().then(
    () => performance.now() - began,
    () => performance.now() - began,
  );
  await vi.runAllTimersAsync();
  return took;
}

describe('in even time', () => {
  it.each([
    [1, 250],
    [80, 250],
    [249, 250],
    [251, 500],
    [600, 750],
  ])('work of %i ms is answered after %i', async (ms, after) => {
    expect(await timeOf(() => inEvenTime(() => pause(ms)))).toBe(after);
  });

  it('gives what the work gave, and fails as late as it succeeds', async () => {
    const given = inEvenTime(async () => 'given');
    await vi.runAllTimersAsync();
    expect(await given).toBe('given');
    const fail = async () => {
      await pause(10);
      throw new Error('broken');
    };
    expect(await timeOf(() => inEvenTime(fail))).toBe(250);
  });
});

it('asking for a code takes as long for somebody known, who is written to, as for anybody else', async () => {
  const askTaking = (ms: number) => () => {
    const services = {
      newBrowserSecret: () => 'x'.repeat(43),
      sendSignInCode: () => pause(ms).then(() => ({ ok: true })),
    };
    const body = new URLSearchParams({ contact: '07700 900123' });
    const request = new Request('https://waymark.example/sign-in', { method: 'POST', body });
    const context = { services, publicUrl: 'https://waymark.example', chosenLanguage: null };
    return action({ request, context, params: {} } as unknown as ActionFunctionArgs);
  };
  expect(await timeOf(askTaking(40))).toBe(await timeOf(askTaking(3)));
});
