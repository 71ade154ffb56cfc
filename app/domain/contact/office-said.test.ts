import { describe, expect, it, test } from 'vitest';
import { isNews, remembered, withoutNews } from './office-said';

describe('isNews', () => {
  test.each([
    ['nobody has said otherwise', null, 'a', true],
    ['the file says again what the person changed', { firstName: 'a' }, 'a', false],
    ['the file says something new', { firstName: 'a' }, 'b', true],
    ['the person changed another field', { lastName: 'a' }, 'a', true],
  ])('%s', (_, said, index, expected) => expect(isNews(said, 'firstName', () => index)).toBe(expected));
});

describe('remembered', () => {
  it('keeps what the office said first, however often the person changes their mind', () => {
    const once = remembered(null, { firstName: 'office' });
    expect(remembered(once, { firstName: 'own', language: 'en' })).toEqual({ firstName: 'office', language: 'en' });
  });
});

describe('withoutNews', () => {
  it('forgets the fields of which the office has had something new to say', () => {
    expect(withoutNews({ firstName: 'a', language: 'b' }, ['firstName'])).toEqual({ language: 'b' });
    expect(withoutNews({ firstName: 'a' }, ['firstName'])).toBeNull();
  });
  it('is the same object when there is nothing to forget', () => {
    const said = { language: 'a' };
    expect(withoutNews(said, ['firstName'])).toBe(said);
    expect(withoutNews(null, ['firstName'])).toBeNull();
  });
});
