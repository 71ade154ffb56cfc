import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutwardCode, outwardCodeOf } from './outward-code';

const letter = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ');
const digit = fc.constantFrom(...'0123456789');
/** The six shapes that first halves have. */
const outward = fc
  .constantFrom('A9', 'A99', 'A9A', 'AA9', 'AA99', 'AA9A')
  .chain((shape) => fc.tuple(...[...shape].map((sign) => (sign === 'A' ? letter : digit))))
  .map((signs) => signs.join(''));
const inward = fc.tuple(digit, letter, letter).map((signs) => signs.join(''));
const space = fc.constantFrom('', ' ', '  ', '\t', '-', '\u00a0');
const anyCase = (text: string) => fc.constantFrom(text, text.toLowerCase(), ` ${text} `);

describe('the first half of a postcode', () => {
  it('is found in a whole one, however it is written', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(outward, space, inward)
          .chain(([out, gap, rest]) => anyCase(`${out}${gap}${rest}`).map((text) => ({ out, text }))),
        ({ out, text }) => {
          expect(outwardCodeOf(text)).toBe(out);
        },
      ),
    );
  });
  it('is found alone, and when the second half has only been begun', () => {
    fc.assert(
      fc.property(outward, digit, (out, first) => {
        expect(outwardCodeOf(out.toLowerCase())).toBe(out);
        expect(outwardCodeOf(`${out} ${first}`)).toBe(out);
      }),
    );
  });
  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const code = outwardCodeOf(text);
        if (code === null) return;
        expect(isOutwardCode(code)).toBe(true);
        expect(outwardCodeOf(code)).toBe(code);
      }),
    );
  });
  it.each(['', '   ', 'Bangor', 'LL', '57', 'LLL57', 'LL57 1AAA', 'LL57 AAA', '<script>', 'LL57;drop', '1LL57'])(
    'is not in %j',
    (text) => expect(outwardCodeOf(text)).toBeNull(),
  );
  it('is never more than the first half', () => {
    expect(outwardCodeOf('SY1 1AA')).toBe('SY1');
    expect(outwardCodeOf('SY11AA')).toBe('SY1');
    expect(outwardCodeOf('SY11 1AA')).toBe('SY11');
    expect(outwardCodeOf('SY111AA')).toBe('SY11');
    expect(outwardCodeOf('EC1A 1BB')).toBe('EC1A');
  });
});
