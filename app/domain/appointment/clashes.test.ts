import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../clock';
import { clashes } from './clashes';

const time = (from: number, to: number) => ({ startsAt: from * MINUTE, endsAt: to * MINUTE });

test.each([
  ['apart', time(0, 30), time(40, 70), 0, false],
  ['touching', time(0, 30), time(30, 60), 0, false],
  ['one minute into the other', time(0, 30), time(29, 60), 0, true],
  ['as far as is allowed', time(0, 30), time(15, 45), 15, false],
  ['further than is allowed', time(0, 30), time(14, 45), 15, true],
  ['the same time twice', time(0, 10), time(0, 10), 15, true],
  ['one within the other', time(0, 30), time(10, 20), 15, true],
])('%s', (_, a, b, minutes, expected) => expect(clashes(a, b, minutes * MINUTE)).toBe(expected));

test('it does not matter which is asked about', () => {
  const any = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 90 })).map(([from, length]) => time(from, from + length));
  fc.assert(
    fc.property(any, any, fc.nat(15), (a, b, allowed) => {
      expect(clashes(a, b, allowed * MINUTE)).toBe(clashes(b, a, allowed * MINUTE));
    }),
  );
});
