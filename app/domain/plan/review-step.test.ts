import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lastReview, REVIEW_ANSWERS, reviewStep } from './review-step';

const open = { dueOn: '2026-11-24', doneAt: null, trouble: null, endedAt: null };
const stuck = { ...open, trouble: 'help' as const };

describe('looking at a step again', () => {
  test.each([
    ['done', stuck, { kind: 'done', after: { doneAt: 9, trouble: null } }],
    ['going_on', stuck, { kind: 'reviewed', after: { trouble: null } }],
    ['help', open, { kind: 'help', after: { trouble: 'help' } }],
    ['cannot', stuck, { kind: 'cannot', after: { trouble: 'cannot' } }],
    ['date', stuck, { kind: 'changed', after: { dueOn: '2026-12-08', trouble: null } }],
    ['end', open, { kind: 'ended', after: { endedAt: 9 } }],
  ] as const)('%s', (answer, step, review) => expect(reviewStep(step, answer, 9, '2026-12-08')).toEqual(review));

  it('goes on where the date is the one that it has', () => {
    expect(reviewStep(open, 'date', 9, open.dueOn)).toMatchObject({ kind: 'reviewed' });
  });

  it('is for open steps alone, and nothing but a person ends one', () => {
    const answers = fc.constantFrom(...REVIEW_ANSWERS);
    const steps = fc.record({
      dueOn: fc.constantFrom('2020-01-01', '2026-11-24', '2030-01-01'),
      doneAt: fc.constantFrom(null, 1),
      endedAt: fc.constantFrom(null, 1),
      trouble: fc.constantFrom(null, 'help' as const, 'cannot' as const),
    });
    fc.assert(
      fc.property(steps, answers, (step, answer) => {
        const review = reviewStep(step, answer, 9);
        expect(review === null).toBe(step.doneAt !== null || step.endedAt !== null);
        if (!review) return;
        const after = { ...step, ...review.after };
        expect(after.doneAt !== null).toBe(answer === 'done');
        expect(after.endedAt !== null).toBe(answer === 'end');
      }),
    );
  });

  test.each([
    [[], null],
    [['reviewed'], 'reviewed'],
    [['help', 'reopened'], null],
    [['help', 'reopened', 'done'], 'done'],
  ] as const)('what a meeting came to: %o', (kinds, kind) =>
    expect(lastReview(kinds.map((one) => ({ kind: one })))?.kind ?? null).toBe(kind),
  );
});
