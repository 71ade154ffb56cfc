import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { meaningOf, REPLY_MEANINGS } from './reply';

describe('meaningOf', () => {
  test.each([
    ...['1', ' 1 ', '1.', '1!', '"1"', "'1'", '1\n', '1\u20e3', '\uff11', 'Yes', 'YES!', 'yes.', 'Y', 'ok', 'OK 👍'],
    ...["I'll be there", 'I\u2019ll be there', 'ill be there', 'I will be there!', 'Yes, I\u2019ll be there. Thanks'],
    ...['Yes please', 'ok thanks', 'Yes thank you x', '1 diolch', 'Iawn', 'iawn diolch yn fawr', 'Ie', 'ydw', 'Byddaf'],
    ...['Bydda i yno', 'Dw i\u2019n dod', 'Ocê'],
  ])('%j confirms', (text) => expect(meaningOf(text)).toBe('confirm'));

  test.each([
    ...['2', '2.', 'No', 'NO', 'no thanks', 'n', "can't come", 'can\u2019t come', 'Cant make it', "I can't make it"],
    ...['Cannot come', 'No, I can\u2019t come', "Sorry, can't come", 'Na', 'na, diolch', 'Methu dod', 'METHU DOD'],
    ...["Dw i'n methu dod", 'Alla i ddim dod', 'Ni allaf ddod'],
  ])('%j cannot come', (text) => expect(meaningOf(text)).toBe('cannot_come'));

  test.each(['STOP', 'stop', 'Stop.', 'STOPALL', 'Stop all', 'UNSUBSCRIBE', 'stopiwch', 'Stop please', 'STOP\r\n'])(
    '%j stops',
    (text) => expect(meaningOf(text)).toBe('stop'),
  );
  test.each(['START', 'Start!', 'UNSTOP', 'dechrau'])('%j starts', (text) => expect(meaningOf(text)).toBe('start'));
  test.each(['HELP', 'help!', 'Info', 'Cymorth', 'help me'])('%j asks for help', (text) =>
    expect(meaningOf(text)).toBe('help'),
  );

  test.each([
    ...[
      '',
      ' ',
      '👍',
      '?',
      '3',
      '12',
      '1 or 2?',
      '11',
      'yes but I will be late',
      'not sure',
      'no problem',
      'no worries',
    ],
    ...["Don't stop", 'bus stop?', 'what time is it', 'Who is this', 'CANCEL', 'END', 'QUIT', 'thanks', 'please'],
    ...['I said yes on Monday', 'can I come at 3', 'ok but not 2', 'nain', '\u0000', 'constructor', '__proto__'],
  ])('%j is for a person to read', (text) => expect(meaningOf(text)).toBe('other'));

  it('takes any text at all, and case and spaces change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(REPLY_MEANINGS).toContain(meaningOf(text));
        expect(meaningOf(`  ${text.toUpperCase()}  `)).toBe(meaningOf(text.toUpperCase()));
      }),
    );
  });
  it('is quick on a long one', () => {
    expect(meaningOf(` thanks please${' thanks'.repeat(20_000)} no`)).toBe('other');
  });
});
