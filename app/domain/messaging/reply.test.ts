import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languageOfStranger, meaningOf, REPLY_MEANINGS } from './reply';

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

  test.each([
    ...['wrong number', 'Wrong number!', 'WRONG NUMBER', 'You have the wrong number', "You've got the wrong number."],
    ...['Sorry, wrong number', 'I think you have the wrong number, sorry', 'not my number', 'Wrong person', 'Not me'],
    ...['wrong number thanks', 'Rhif anghywir', "Mae'r rhif yn anghywir", 'Sori, rhif anghywir', 'nid fi'],
    ...['Not Sam', "I'm not Sam", 'This is not Sam Price', "This isn't Sam's phone", 'Sorry, not SAM', 'No Sam here'],
    ...['Nid Sam ydw i', "I don't know Sam", 'Nid Sâm'],
  ])('%j is somebody else', (text) => {
    const polite = text.replace(', sorry', '');
    expect(meaningOf(polite, ['Sam Price', 'Sam'])).toBe('wrong_number');
  });
  test.each([
    ...['Who is this', 'Who is this?', 'Who are you', 'Pwy sydd yna?', 'not sure', 'not today', 'not Tom', 'Sam'],
    ...['Is this the wrong number?', 'I have a new number', 'wrong number for the office', 'not Sam but his mum'],
    ...['not Sam or', 'my number is wrong', 'not', 'no Sam'],
  ])('%j may be the customer still', (text) => {
    expect(meaningOf(text, ['Sam Price', 'Sam'])).toBe('other');
  });
  it('needs the name to know a stranger by it', () => expect(meaningOf('not Sam')).toBe('other'));
  it('hears which language a stranger writes', () => {
    expect(['Rhif anghywir', 'nid Sam ydw i', 'wrong number', 'not Sam'].map(languageOfStranger)).toEqual([
      ...['cy', 'cy', 'en', 'en'],
    ]);
  });

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
