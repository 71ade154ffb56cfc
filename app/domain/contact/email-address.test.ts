import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readEmailAddress } from './email-address';

describe('readEmailAddress', () => {
  it.each([
    [' Sian@Post.Example ', 'Sian@post.example'],
    ["zoe.o'brien@post.example", "zoe.o'brien@post.example"],
    ['a@b', null],
    ['a b@c.example', null],
    [`${'a'.repeat(250)}@c.example`, null],
  ])('%j is %j', (text, address) => expect(readEmailAddress(text)).toBe(address));

  it('agrees with the rule that forms use', () => {
    const form = v.pipe(v.string(), v.email());
    const near = fc.stringMatching(/^[a-zA-Z0-9._+-]{0,6}@[a-zA-Z0-9.-]{0,8}\.[a-zA-Z]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.emailAddress(), fc.string()), (text) => {
        fc.pre(text === text.trim() && !text.includes("'") && text.length <= 254);
        expect(readEmailAddress(text) !== null).toBe(v.is(form, text));
      }),
    );
  });
});
