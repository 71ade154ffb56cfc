import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentInForce } from './may-see-plan';

const college = { id: 'college', active: true };
const given = (givenAt: number, withdrawnAt: number | null = null, partnerId = 'college') => ({
  ...{ partnerId, givenAt, withdrawnAt },
});

test.each([
  ['nothing was agreed', college, [], false],
  ['it was agreed', college, [given(10)], true],
  ['it was agreed with another', college, [given(10, null, 'careers')], false],
  ['it was taken back', college, [given(10, 20)], false],
  ['it was taken back and given again', college, [given(10, 20), given(30)], true],
  ['we do not work with them any more', { ...college, active: false }, [given(10)], false],
  ['it is agreed from later on', college, [given(200)], false],
])('when %s', (_, partner, consents, may) => expect(consentInForce(partner, consents, 100) !== null).toBe(may));

test('taking back everything always ends it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(99)), (times) => {
      const consents = times.map((at) => given(at, Math.min(100, at + 1)));
      expect(consentInForce(college, consents, 100)).toBeNull();
    }),
  );
});
