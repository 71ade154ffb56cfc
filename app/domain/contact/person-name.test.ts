import { describe, expect, it, test } from 'vitest';
import { calledName, readName } from './person-name';

describe('readName', () => {
  test.each([
    'Siân',
    'O’Brien',
    "O'Brien-Smith",
    '張偉',
    'محمد',
    'María José',
    'X Æ 12',
    'Ng',
    'J.',
    'Ł',
    'علی‌رضا',
    'null',
    '<b>',
  ])('takes %s as it is', (name) => expect(readName(name)).toEqual({ ok: true, value: name }));

  it('cuts the spaces around it, and puts accents together', () => {
    expect(readName('  Sia\u0302n   Mair ')).toEqual({ ok: true, value: 'Siân Mair' });
  });
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a'.repeat(101), 'long'],
    ['Aled\nHughes', 'hidden'],
    ['Aled\u202Eselguh', 'hidden'],
  ])('%j is %s', (text, problem) => expect(readName(text)).toEqual({ ok: false, problem }));
  it('counts letters, not the bytes that they take', () => {
    expect(readName('𐌰'.repeat(100)).ok).toBe(true);
  });
});

test('calledName is what they say, else what is on record', () => {
  expect(calledName({ knownAs: 'Del', firstName: 'Delyth' })).toBe('Del');
  expect(calledName({ knownAs: null, firstName: 'Delyth' })).toBe('Delyth');
  expect(calledName({ knownAs: '', firstName: 'Delyth' })).toBe('Delyth');
});
