import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { createPhoneNumbers } from './phone-numbers';

const phoneNumbers = createPhoneNumbers();
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const space = fc.constantFrom('', ' ');

describe('a number as people write it', () => {
  it('is what the library reads in it, in its plainest forms too', () => {
    const plain = fc
      .tuple(
        fc.constantFrom('07', '01', '02', '03', '08', '05', '00', '09'),
        digits(2),
        space,
        digits(3),
        space,
        digits(3),
        fc.oneof(digits(0), digits(1), digits(1), digits(2)),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (text) => {
        const number = parsePhoneNumberFromString(text, 'GB');
        const read = phoneNumbers.parse(text);
        if (read) expect(read.e164).toBe(number?.number);
        // With a sign that the shorter way does not know, the number takes the longer one.
        expect(read).toEqual(phoneNumbers.parse(`${text}.`));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['07700 900123', '+447700900123', 'mobile'],
    ['07070 900123', '+447070900123', 'landline'],
    ['01632 960123', '+441632960123', 'landline'],
    ['020 7946 0123', '+442079460123', 'landline'],
    ['01697 73555', '+44169773555', 'landline'],
  ])('%s', (text, e164, kind) => expect(phoneNumbers.parse(text)).toEqual({ e164, kind }));
});
