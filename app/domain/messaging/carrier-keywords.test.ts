import { describe, expect, test } from 'vitest';
import { CARRIER_KEYWORDS, temptsToOptOut } from './carrier-keywords';

describe('temptsToOptOut', () => {
  test.each(CARRIER_KEYWORDS)('asks for %s, or is it', (word) => {
    expect(temptsToOptOut(`Can you come? Reply ${word} or 2`)).toBe(true);
    expect(temptsToOptOut(`Text back ${word.toLowerCase()} if not`)).toBe(true);
    expect(temptsToOptOut(`Atebwch gyda'r gair ${word}`)).toBe(true);
    expect(temptsToOptOut(`${word}.`)).toBe(true);
    expect(temptsToOptOut(`Hello\n${word}\n`)).toBe(true);
  });
  test.each([
    ...['Reply 1 yes, 2 no', "Reply 1 if you'll be there, 2 if you can't", 'We can help.', 'The bus stop is outside'],
    ...['Yes, please bring it along', 'The week ends on Friday', 'Atebwch 1 ie, 2 na', 'To start again call us'],
  ])('%s is fine', (text) => expect(temptsToOptOut(text)).toBe(false));
});
