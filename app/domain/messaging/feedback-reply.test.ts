import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FEEDBACK_DIGITS, feedbackIn, type Since } from './feedback-reply';
import { meaningOf } from './reply';

const newest = { since: 'nothing', awaited: false } as const;
const later = { since: 'more', awaited: false } as const;

describe('feedbackIn', () => {
  test.each([
    ['7', 'yes', ''],
    [' 8. ', 'partly', ''],
    ['9!', 'no', ''],
    ['7\u20e3', 'yes', ''],
    ['\uff17', 'yes', ''],
    ['8 the room was cold', 'partly', 'the room was cold'],
    ['9. Nobody knew about the course', 'no', 'Nobody knew about the course'],
    ['7 – diolch, Siân!', 'yes', 'diolch, Siân!'],
    ['Yes', 'yes', ''],
    ['Yes, thanks', 'yes', ''],
    ['Naddo.', 'no', ''],
    ['yn rhannol', 'partly', ''],
    ['sort of', 'partly', ''],
  ])('%j answers', (text, answer, comment) => expect(feedbackIn(text, newest)).toEqual({ answer, comment }));

  test.each([
    ...['1', '2', '1 yes', '3', '77', '7:30 is better', '8pm suits me', '9 o’clock', 'I can come at 7', '', '👍'],
    ...['yes but can you ring me', 'no problem', 'what course?'],
  ])('%j does not', (text) => expect(feedbackIn(text, newest)).toBeNull());

  it('takes a bare digit also when another text has gone since', () => {
    expect(feedbackIn('8', later)).toEqual({ answer: 'partly', comment: '' });
  });
  test.each(['yes', 'no', '8 the bus was late'])('%j may be about the text since', (text) => {
    expect(feedbackIn(text, later)).toBeNull();
  });
  test.each(['yes', 'no'])('%j may be about the reminder that waits for an answer', (text) => {
    expect(feedbackIn(text, { since: 'nothing', awaited: true })).toBe('unclear');
  });
  test.each(['yes', 'no'])('%j may be about what we answered since', (text) => {
    expect(feedbackIn(text, { since: 'answers', awaited: false })).toBe('unclear');
  });
  it('takes words with a digit after an answer of ours', () => {
    expect(feedbackIn('8 too short', { since: 'answers', awaited: true })).toEqual({
      answer: 'partly',
      comment: 'too short',
    });
  });

  it('has digits that say nothing about coming', () => {
    for (const digit of Object.values(FEEDBACK_DIGITS)) expect(meaningOf(digit)).toBe('other');
  });
  it('never takes what answers a reminder by its digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2', '1 yes', '2 no', 'yes 1'),
        fc.constantFrom<Since>('nothing', 'answers', 'more'),
        (text, since) => {
          expect(feedbackIn(text, { since, awaited: false })).toBeNull();
        },
      ),
    );
  });
  it('takes any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void feedbackIn(text, newest)));
  });
});
