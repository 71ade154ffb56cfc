import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../clock';
import { isOpen } from '../time/opening-hours';
import { CALL_OUTCOMES, outcomesFor } from './call-list';
import { afterCall, nextTryAt } from './call-outcome';
import type { WorkingTime } from '../time/working-time';

const hours: WorkingTime = { zone: 'Europe/London', opensAt: '09:00', closesAt: '17:00', holidays: new Set() };
const at = Date.parse('2026-11-24T10:00:00Z');
const dueAt = at + 240 * MINUTE;
const usual = { careful: false, otherNumbers: 0, at, dueAt };

describe('afterCall', () => {
  it.each([
    ['who was spoken to knows', { ...usual, outcome: 'spoke' }, { act: 'close' }],
    ['so does one for whom word was left', { ...usual, outcome: 'left_word' }, { act: 'close' }],
    ['but not one for whom none may be left', { ...usual, outcome: 'left_word', careful: true }, again(60)],
    ['nobody answers: again in an hour', { ...usual, outcome: 'no_answer' }, again(60)],
    ['again sooner when time is short', { ...usual, outcome: 'no_answer', dueAt: at + 60 * MINUTE }, again(30)],
    ['never at once', { ...usual, outcome: 'no_answer', dueAt: at + MINUTE }, again(10)],
    ['wrong number: the other one', { ...usual, outcome: 'wrong_number', otherNumbers: 1 }, again(null)],
    ['wrong number, and no other', { ...usual, outcome: 'wrong_number' }, { act: 'ask_for_number' }],
    ['nobody needs to call', { ...usual, outcome: 'not_needed' }, { act: 'close' }],
  ] as const)('%s', (_, call, after) => expect(afterCall(call, hours)).toEqual(after));

  function again(minutes: number | null) {
    return { act: 'keep', nextTryAt: minutes === null ? null : at + minutes * MINUTE } as const;
  }
});

describe('nextTryAt', () => {
  it('is the next morning when the office closes first', () => {
    const evening = Date.parse('2026-11-24T16:30:00Z');
    expect(nextTryAt(evening, evening + 24 * 60 * MINUTE, hours)).toBe(Date.parse('2026-11-25T09:00:00Z'));
  });

  it('is always later, and in the office’s hours', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: -5_000, max: 5_000 }), (minutes, left) => {
        const now = at + minutes * MINUTE;
        const next = nextTryAt(now, now + left * MINUTE, hours);
        expect(next).toBeGreaterThanOrEqual(now + 10 * MINUTE);
        expect(isOpen(next, hours, hours.holidays)).toBe(true);
      }),
    );
  });
});

describe('outcomesFor', () => {
  const anybody = { noMessages: false, discreet: false, hasNumber: true };
  it.each([
    ['anybody', anybody, CALL_OUTCOMES],
    ['someone discreet', { ...anybody, discreet: true }, ['spoke', 'no_answer', 'wrong_number', 'not_needed']],
    ['someone whom nobody may ring', { ...anybody, noMessages: true }, ['spoke', 'not_needed']],
    ['someone without a number', { ...anybody, hasNumber: false }, ['spoke', 'not_needed']],
  ])('for %s', (_, person, outcomes) => expect(outcomesFor(person)).toEqual(outcomes));
});
