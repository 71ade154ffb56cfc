import { expect, it } from 'vitest';
import { stepHints } from './step-hints';

it.each([
  ['Ring two care homes near you', 3, []],
  ['I will ring the college about the course', 3, []],
  ['Finish the first page of your CV', 20, []],
  ['Ffonio dau gartref gofal yn eich ardal', 3, []],
  ['Ymgeisio am y swydd warws', 3, []],
  ['CV', 3, ['no_verb', 'too_vague']],
  ['Look for work', 3, ['too_vague']],
  ['Try to be more confident', 3, ['too_vague']],
  ['Confidence with interviews', 3, ['no_verb']],
  ['Chwilio am waith', 3, ['too_vague']],
  ['Ring the college', null, ['no_date']],
  ['Ring the college', 61, ['far_off']],
  ['Ring the college', 60, []],
  ['', null, ['no_verb', 'too_vague', 'no_date']],
])('of “%s” in %s days says %o', (action, days, hints) => expect(stepHints(action, days)).toEqual(hints));
