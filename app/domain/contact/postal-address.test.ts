import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostalAddress, readPostcode } from './postal-address';

describe('readPostalAddress', () => {
  it.each([
    ['14 Heol y Bryn, Bangor', 'll572ab', '14 Heol y Bryn\nBangor\nLL57 2AB'],
    ['Flat 2, 14 Heol y Bryn\r\nBangor\r\n', 'LL57 2AB', 'Flat 2, 14 Heol y Bryn\nBangor\nLL57 2AB'],
    ['Tŷ Gwyn', 'SW1A 1AA', 'Tŷ Gwyn\nSW1A 1AA'],
    ['1 High Street, Bangor, LL57 2AB', 'LL57 2AB', '1 High Street\nBangor\nLL57 2AB'],
  ])('%j, %j', (address, postcode, value) => expect(readPostalAddress(address, postcode)).toEqual({ ok: true, value }));

  it.each([
    ['1 High Street', 'LL57', 'postcode'],
    ['1 High Street', '', 'postcode'],
    [' , ,', 'LL57 2AB', 'lines'],
    ['a,b,c,d,e,f', 'LL57 2AB', 'lines'],
    ['1 High\u0007 Street', 'LL57 2AB', 'hidden'],
    ['1 \u202eteertS', 'LL57 2AB', 'hidden'],
    ['x'.repeat(61), 'LL57 2AB', 'long_line'],
  ])('%j, %j is refused: %s', (address, postcode, problem) =>
    expect(readPostalAddress(address, postcode)).toEqual({ ok: false, problem }),
  );

  it('reads what it wrote as the same', () => {
    const line = fc.stringMatching(/^[A-Za-z0-9ŵŷâ '-]{1,20}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const first = readPostalAddress(lines.join('\n'), 'M11 2AE');
        fc.pre(first.ok);
        if (first.ok) {
          const address = first.value.split('\n').slice(0, -1).join('\n');
          fc.pre(address.includes('\n') || !address.includes(','));
          expect(readPostalAddress(address, 'm112ae')).toEqual(first);
        }
      }),
    );
  });
});

describe('readPostcode', () => {
  it.each([
    ['m1 1ae', 'M1 1AE'],
    ['EC1A1BB', 'EC1A 1BB'],
    ['CR2  6XH', 'CR2 6XH'],
    ['Q1 1AA', null],
    ['LL57 2AC', null],
  ])('%j is %j', (text, code) => expect(readPostcode(text)).toBe(code));
});
