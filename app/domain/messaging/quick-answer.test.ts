import { describe, expect, test } from 'vitest';
import { readAnswer } from './quick-answer';

describe('readAnswer', () => {
  test.each([
    ['a quick one', { choice: 'bring_it' }, { kind: 'quick', answer: 'bring_it', time: null }],
    [
      'one with a time',
      { choice: 'call_today', time: '14:30' },
      { kind: 'quick', answer: 'call_today', time: '14:30' },
    ],
    [
      'own words',
      { choice: 'own', text: '  Come in\r\nby the side door ' },
      { kind: 'own', text: 'Come in\nby the side door' },
    ],
    [
      'as many letters as there may be',
      { choice: 'own', text: 'ŵ'.repeat(300) },
      { kind: 'own', text: 'ŵ'.repeat(300) },
    ],
    ['nothing', {}, { fault: 'choose' }],
    ['something else', { choice: 'toString' }, { fault: 'choose' }],
    ['no time', { choice: 'call_today' }, { fault: 'time' }],
    ['a time that is none', { choice: 'call_today', time: '25:00' }, { fault: 'time' }],
    ['no words', { choice: 'own', text: ' \n ' }, { fault: 'empty' }],
    ['too many', { choice: 'own', text: 'a'.repeat(301) }, { fault: 'too_long', characters: 301 }],
    ['a threat', { choice: 'own', text: 'or face a sanction' }, { fault: 'forbidden', words: ['sanction'] }],
    ['an order to the network', { choice: 'own', text: 'Reply CANCEL if not' }, { fault: 'opt_out' }],
  ])('%s', (_, fields, expected) => expect(readAnswer(fields)).toEqual(expected));
});
