import { describe, expect, it } from 'vitest';
import { LONGEST_NOTE, readWhy } from './naming-form';

describe('why somebody gets another adviser', () => {
  it.each([
    [
      'a reason',
      { reason: 'asked', note: ' Speaks Polish ' },
      false,
      { ok: true, reason: 'asked', note: 'Speaks Polish' },
    ],
    ['none', { reason: '', note: '' }, false, { ok: false, problems: { reason: 'reason' } }],
    [
      'one that nobody chooses',
      { reason: 'office_file', note: '' },
      false,
      { ok: false, problems: { reason: 'reason' } },
    ],
    ['none needed for the first', { reason: '', note: '' }, true, { ok: true, reason: 'first', note: '' }],
    ['a note to the last letter', { reason: 'asked', note: 'ŵ'.repeat(LONGEST_NOTE) }, false, { ok: true }],
    ['a letter too many', { reason: 'asked', note: 'x'.repeat(501) }, false, { ok: false, problems: { note: 'note' } }],
  ])('%s', (_name, typed, first, read) => expect(readWhy(typed, first)).toMatchObject(read));
});
