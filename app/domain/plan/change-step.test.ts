import { expect, it } from 'vitest';
import { changeStep, STEP_ANSWERS } from './change-step';

const open = { doneAt: null, trouble: null };
it.each([
  [open, 'done', { doneAt: 9, trouble: null }],
  [open, 'help', { doneAt: null, trouble: 'help' }],
  [open, 'cannot', { doneAt: null, trouble: 'cannot' }],
  [open, 'reopened', null],
  [{ doneAt: 1, trouble: null }, 'reopened', open],
  [{ doneAt: 1, trouble: null }, 'done', null],
  [{ doneAt: 1, trouble: null }, 'help', { doneAt: null, trouble: 'help' }],
  [{ doneAt: null, trouble: 'help' }, 'cannot', { doneAt: null, trouble: 'cannot' }],
  [{ doneAt: null, trouble: 'help' }, 'done', { doneAt: 9, trouble: null }],
] as const)('%o, and then %s, is %o', (step, answer, after) => expect(changeStep(step, answer, 9)).toEqual(after));

it('is the same however often it is pressed', () => {
  for (const answer of STEP_ANSWERS) {
    const once = changeStep({ doneAt: null, trouble: 'help' }, answer, 5) ?? { doneAt: null, trouble: 'help' };
    expect(changeStep(once, answer, 6)).toBeNull();
  }
});
