import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import type { WorkingTime } from '../time/working-time';
import { mustEscalate, type OpenCall } from './call-escalation';
import { CALL_OUTCOMES } from './call-list';

const hours: WorkingTime = { zone: 'Europe/London', opensAt: '09:00', closesAt: '17:00', holidays: new Set() };
const utc = (text: string) => Date.parse(`2026-11-24T${text}:00Z`);
const call = (changes: Partial<OpenCall> = {}): OpenCall => ({
  createdAt: utc('10:00'),
  dueAt: utc('14:00'),
  tries: [],
  ...changes,
});

describe('mustEscalate', () => {
  it.each([
    ['not while there is time', call(), '13:29', false],
    ['half an hour before it is due, untried', call(), '13:30', true],
    ['tried in vain, there is time until it is due', call({ tries: ['no_answer'] }), '13:59', false],
    ['tried in vain and overdue', call({ tries: ['no_answer', 'no_answer'] }), '14:00', true],
    ['after three tries in vain, at once', call({ tries: ['no_answer', 'wrong_number', 'no_answer'] }), '10:30', true],
    ['due at once: after a quarter of an hour', call({ dueAt: utc('10:00') }), '10:14', false],
    ['due at once, and nobody tried for so long', call({ dueAt: utc('10:00') }), '10:15', true],
    ['opened at night: nobody was there', call({ createdAt: utc('02:00'), dueAt: utc('09:00') }), '09:14', false],
    ['opened at night, and left in the morning', call({ createdAt: utc('02:00'), dueAt: utc('09:00') }), '09:15', true],
  ] as const)('%s', (_, entry, now, must) => expect(mustEscalate(entry, utc(now), hours)).toBe(must));

  it('once it must, it must for good, and another try in vain does not change that when it is overdue', () => {
    const tries = fc.array(fc.constantFrom(...CALL_OUTCOMES), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), fc.nat(2_000), tries, (created, lead, later, outcomes) => {
        const createdAt = utc('00:00') + created * MINUTE;
        const entry = { createdAt, dueAt: createdAt + lead * MINUTE, tries: outcomes };
        const now = createdAt + later * MINUTE;
        if (!mustEscalate(entry, now, hours)) return;
        expect(mustEscalate(entry, now + HOUR, hours)).toBe(true);
        if (now >= entry.dueAt)
          expect(mustEscalate({ ...entry, tries: [...outcomes, 'no_answer'] }, now, hours)).toBe(true);
      }),
    );
  });
});
