import { describe, expect, test } from 'vitest';
import { forbiddenWordsIn } from './forbidden-words';

describe('forbiddenWordsIn', () => {
  test.each([
    ['You may be sanctioned', ['sanctioned']],
    ['SANCTION', ['SANCTION']],
    ['There is a penalty', ['penalty']],
    ['Your money could be stopped', ['money could be stopped']],
    ['or we will stop your payments', ['stop your payments']],
    ['You could lose your money', ['lose your money']],
    ['Failure to attend is noted', ['Failure to attend']],
    ['This is a final warning', ['final warning']],
    ['Bring your Universal Credit letter', ['Universal Credit']],
    ['about your benefits, and JSA', ['benefits', 'JSA']],
    ['Mae’n orfodol', ['orfodol']],
    ['Gallech gael sancsiwn', ['sancsiwn']],
    ['Gallech golli eich budd-dal', ['budd-dal']],
    ['neu gallwn atal eich taliadau', ['atal eich taliadau']],
    ['eich Credyd Cynhwysol', ['Credyd Cynhwysol']],
    ['Cewch gosb', ['gosb']],
  ])('%s', (text, found) => expect(forbiddenWordsIn(text)).toEqual(expect.arrayContaining(found)));

  test.each([
    ...[
      'Yes, please bring it along. Sioned',
      'Thanks Sam. See you then.',
      'The bus stop is outside',
      'Bring £2 for the bus',
    ],
    ...['I can help with the cost, bring proof of payment', 'Please don’t worry about it', 'A warm welcome', 'Pipe'],
    ...['Diolch Sam. Wela i chi bryd hynny.', 'Dewch â’r dystysgrif', 'Mae’n costio £2', 'Fe ffoniaf i chi heddiw'],
  ])('%s is fine', (text) => expect(forbiddenWordsIn(text)).toEqual([]));
});
