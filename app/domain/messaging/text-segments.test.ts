import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it, test } from 'vitest';
import { segmentsOf } from './text-segments';

describe('segmentsOf', () => {
  test.each([
    ['one text', 'a'.repeat(160), 1],
    ['one letter more', 'a'.repeat(161), 2],
    ['two full', 'a'.repeat(306), 2],
    ['three', 'a'.repeat(307), 3],
    ['a euro takes two', '€'.repeat(80), 1],
    ['and is never cut in half', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['one ŵ makes all the letters wide', `ŵ${'a'.repeat(69)}`, 1],
    ['and the text short', `ŵ${'a'.repeat(70)}`, 2],
    ['two full ones of those', `ŵ${'a'.repeat(133)}`, 2],
    ['and three', `ŵ${'a'.repeat(134)}`, 3],
    ['a curly apostrophe too', `\u2019${'a'.repeat(70)}`, 2],
    ['é is cheap, ê is not', 'é'.repeat(160), 1],
  ])('%s', (_, body, count) => expect(segmentsOf(body)).toBe(count));

  it('knows what each letter costs', () => {
    const letters = [...Array.from({ length: 0x400 }, (_, code) => code + 0x0a), 0x20ac, 0x2019, 0x1e81, 0x1ef3];
    for (const letter of letters.map((code) => String.fromCodePoint(code))) {
      const bits = new SegmentedMessage(letter).messageSize;
      const segments = new Map([
        [7, 1],
        [14, 2],
        [16, 3],
      ]);
      expect([letter, segmentsOf(`${letter}${'a'.repeat(159)}`)]).toEqual([letter, segments.get(bits)]);
    }
  });
  it('agrees with the calculator of the provider', () => {
    const letter = fc.constantFrom(...'aZ09 @£$éàñ€[]~|ŵŷâêîôûáíóú\u2019.,:/\n');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 500 }), (body) => {
        expect(segmentsOf(body)).toBe(new SegmentedMessage(body).segmentsCount);
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc €'), minLength: 140, maxLength: 480 }), (body) => {
        expect(segmentsOf(body)).toBe(new SegmentedMessage(body).segmentsCount);
      }),
      { numRuns: 150 },
    );
  });
});
