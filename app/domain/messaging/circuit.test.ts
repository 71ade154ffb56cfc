import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../clock';
import { afterSign, CIRCUIT_LIMITS, NEW_CIRCUIT, passage, withTrial, type CircuitState, type Sign } from './circuit';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const FAILS: Sign = { kind: 'fails', retryAfterMs: null };
const FAULT: Sign = { kind: 'fault', code: '20003' };
const REFUSES: Sign = { kind: 'refuses', code: '29999' };

/** The state after these signs, a second apart, the first at NOW. */
function after(signs: Sign[], state: CircuitState = NEW_CIRCUIT): CircuitState {
  return signs.reduce(
    (from, sign, n) => afterSign(from, sign, { messageId: `m${n}`, now: NOW + n * SECOND, random: 0 }),
    state,
  );
}
const times = (n: number, sign: Sign) => Array.from({ length: n }, () => sign);

describe('a circuit', () => {
  it.each<[string, Sign[], 'free' | 'blocked']>([
    ['lets everything through at first', [], 'free'],
    ['stays closed after four failures', times(4, FAILS), 'free'],
    ['opens after five in a row', times(5, FAILS), 'blocked'],
    ['forgets failures when something works', [...times(4, FAILS), { kind: 'works' }, ...times(4, FAILS)], 'free'],
    ['opens at once when the provider says for how long', [{ kind: 'fails', retryAfterMs: MINUTE }], 'blocked'],
    ['pauses at once for a fault of ours with the whole account', [FAULT], 'blocked'],
    ['does not pause for one refusal that may be about the message', times(4, REFUSES), 'free'],
    ['pauses when every message is refused', times(5, REFUSES), 'blocked'],
    ['does not mind what was never handed over', [...times(4, FAILS), { kind: 'nothing' }], 'free'],
  ])('%s', (_name, signs, expected) => {
    expect(passage(after(signs), NOW + 10 * SECOND).kind).toBe(expected);
  });

  it('opens for as long as the provider asks, when that is longer', () => {
    const asked = after([...times(4, FAILS), { kind: 'fails', retryAfterMs: 20 * MINUTE }]);
    expect(asked.openUntil).toBe(NOW + 4 * SECOND + 20 * MINUTE);
    const short = after([...times(4, FAILS), { kind: 'fails', retryAfterMs: 1 }]);
    expect(short.openUntil).toBe(NOW + 4 * SECOND + CIRCUIT_LIMITS.firstPause);
  });

  it('has one trial after its pause, and waits for it', () => {
    const open = after(times(5, FAILS));
    const now = open.openUntil!;
    expect(passage(open, now - 1)).toEqual({ kind: 'blocked', until: now });
    expect(passage(open, now)).toEqual({ kind: 'trial' });
    const tried = withTrial(open, 'trial', now, now + MINUTE);
    expect(passage(tried, now + 1)).toEqual({ kind: 'blocked', until: now + MINUTE });
    // Its worker did not come back.
    expect(passage(tried, now + MINUTE)).toEqual({ kind: 'trial' });
  });

  it('doubles its pause with each trial in vain, up to the longest, and closes when one works', () => {
    let state = after(times(5, FAILS));
    const pauses: number[] = [];
    for (let trial = 0; trial < 8; trial += 1) {
      const now = state.openUntil!;
      state = withTrial(state, `t${trial}`, now, now + MINUTE);
      state = afterSign(state, FAILS, { messageId: `t${trial}`, now, random: 0 });
      pauses.push((state.openUntil! - now) / SECOND);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600, 600]);
    const now = state.openUntil!;
    state = withTrial(state, 'last', now, now + MINUTE);
    expect(afterSign(state, { kind: 'works' }, { messageId: 'last', now, random: 0 })).toEqual({
      ...NEW_CIRCUIT,
      updatedAt: now,
    });
  });

  it('minds no answer but the trial’s while it is open, except a longer "not before"', () => {
    const open = withTrial(after(times(5, FAILS)), 'trial', NOW + MINUTE, NOW + 2 * MINUTE);
    const other = { messageId: 'other', now: NOW + MINUTE, random: 0 };
    for (const sign of [{ kind: 'works' }, FAILS, FAULT, REFUSES, { kind: 'nothing' }] as Sign[])
      expect(afterSign(open, sign, other)).toBe(open);
    const later = afterSign(open, { kind: 'fails', retryAfterMs: HOUR }, other);
    expect(later.openUntil).toBe(NOW + MINUTE + HOUR);
  });

  it('has another trial when the first was never handed over', () => {
    const open = withTrial(after(times(5, FAILS)), 'trial', NOW + MINUTE, NOW + 2 * MINUTE);
    const free = afterSign(open, { kind: 'nothing' }, { messageId: 'trial', now: NOW + MINUTE, random: 0 });
    expect(passage(free, NOW + MINUTE)).toEqual({ kind: 'trial' });
  });

  it('keeps since when a fault stands, through trials, until one works', () => {
    let state = after([FAULT]);
    expect(state).toMatchObject({ faultSince: NOW, faultCode: '20003', openUntil: NOW + CIRCUIT_LIMITS.faultPause });
    const now = state.openUntil!;
    state = withTrial(state, 't', now, now + MINUTE);
    state = afterSign(state, FAULT, { messageId: 't', now, random: 0 });
    expect(state).toMatchObject({ faultSince: NOW, openUntil: now + CIRCUIT_LIMITS.faultPause });
    state = withTrial(state, 't', now, now + MINUTE);
    expect(afterSign(state, { kind: 'works' }, { messageId: 't', now, random: 0 }).faultSince).toBeNull();
  });

  it('written by a clock that was ahead does not hold anything up: a trial finds out', () => {
    const ahead = after(times(5, FAILS));
    const now = NOW - 24 * HOUR;
    expect(passage(ahead, now)).toEqual({ kind: 'trial' });
    const tried = withTrial(ahead, 't', now, now + MINUTE);
    const again = afterSign(tried, FAILS, { messageId: 't', now, random: 0 });
    expect(again.openUntil! - now).toBeLessThanOrEqual(CIRCUIT_LIMITS.longestPause);
  });

  const signs = fc.oneof(
    fc.constant<Sign>({ kind: 'works' }),
    fc.constant<Sign>({ kind: 'nothing' }),
    fc.constant(FAULT),
    fc.constant(REFUSES),
    fc.option(fc.integer({ min: 0, max: HOUR })).map((retryAfterMs): Sign => ({ kind: 'fails', retryAfterMs })),
  );
  const steps = fc.array(
    fc.record({
      sign: signs,
      later: fc.integer({ min: 0, max: 20 * MINUTE }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 60 },
  );

  it('always comes back to a trial, lets one message through at a time while open, and writes nothing while all is well', () =>
    fc.assert(
      fc.property(steps, (all) => {
        let state = NEW_CIRCUIT;
        let now = NOW;
        all.forEach(({ sign, later, random }, n) => {
          now += later;
          const way = passage(state, now);
          if (way.kind === 'blocked') {
            expect(way.until).toBeGreaterThan(now);
            const longest = Math.max(HOUR, CIRCUIT_LIMITS.longestPause * 1.25);
            expect(way.until - now).toBeLessThanOrEqual(longest + 1);
            expect(passage(state, Math.max(state.openUntil!, state.trialUntil ?? 0)).kind).toBe('trial');
            return;
          }
          const messageId = `m${n}`;
          if (way.kind === 'trial') {
            state = withTrial(state, messageId, now, now + MINUTE);
            expect(passage(state, now).kind).toBe('blocked');
          }
          const next = afterSign(state, sign, { messageId, now, random });
          if (sign.kind === 'works') {
            expect(passage(next, now).kind).toBe('free');
            if (way.kind === 'free' && state.failures === 0) expect(next).toBe(state);
          }
          state = next;
        });
      }),
    ));
});
