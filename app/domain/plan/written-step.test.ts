import { expect, it } from 'vitest';
import { LONGEST_ACTION, readStep } from './written-step';

it.each([
  [
    { action: ' Ring\n the  college ', due: 'this_week' },
    { ok: true, action: 'Ring the college', dueOn: '2026-11-29' },
  ],
  [
    { action: ' ', due: 'this_week' },
    { ok: false, faults: { action: 'noAction' } },
  ],
  [
    { action: 'x'.repeat(LONGEST_ACTION + 1), due: 'this_week' },
    { ok: false, faults: { action: 'actionTooLong' } },
  ],
  [{ action: 'Ring' }, { ok: false, faults: { due: 'choose' } }],
  [
    { due: 'date', day: '1' },
    { ok: false, faults: { action: 'noAction', due: 'not_a_date' } },
  ],
])('reads %o', (values, read) => expect(readStep(values, '2026-11-24')).toEqual(read));
