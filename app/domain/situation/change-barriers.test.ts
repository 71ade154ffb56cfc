import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRIERS, type Barrier } from './barrier';
import { changeBarriers, noteOf, type ToldBarrier } from './change-barriers';

const told = (kind: Barrier, note: string | null = null): ToldBarrier => ({ id: kind, kind, note });

describe('changing what was told', () => {
  it.each([
    ['tells what is new', [], ['it', 'childcare'], '', [], ['childcare', 'it']],
    ['puts the note on the first', [], ['it', 'travel'], 'no bus', [], ['travel: no bus', 'it']],
    ['leaves alone what stays', [told('it')], ['it', 'travel'], '', [], ['travel']],
    ['takes back what is not ticked any more', [told('it'), told('travel')], ['it'], '', ['travel'], []],
    ['takes all back', [told('it'), told('travel')], [], '', ['it', 'travel'], []],
    ['tells again what has other words', [told('it', 'a')], ['it'], 'b', ['it'], ['it: b']],
    ['leaves the words where they were told', [told('it', 'a')], ['childcare', 'it'], 'a', [], ['childcare']],
    [
      'keeps the words when the barrier they stood with is taken back',
      [told('travel', 'a'), told('it')],
      ['it'],
      'a',
      ['travel', 'it'],
      ['it: a'],
    ],
    ['takes the words away', [told('it', 'a')], ['it'], '', ['it'], ['it']],
  ] as const)('%s', (_, before, kinds, note, withdraw, tell) => {
    const change = changeBarriers(before, { kinds, note });
    expect(change.withdraw).toEqual(withdraw);
    expect(change.tell.map((one) => (one.note ? `${one.kind}: ${one.note}` : one.kind))).toEqual(tell);
  });

  const kinds = fc.subarray([...BARRIERS]);
  const note = fc.constantFrom('', 'a', 'b');
  it('ends at what is wanted, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...BARRIERS), fc.constantFrom(null, 'a', 'c')), { maxLength: 6 }),
        kinds,
        note,
        (rows, wantedKinds, wantedNote) => {
          const before = rows.map(([kind, words], index) => ({ id: `${index}`, kind, note: words }));
          const wanted = { kinds: wantedKinds, note: wantedKinds.length === 0 ? '' : wantedNote };
          const { withdraw, tell } = changeBarriers(before, wanted);
          const after = [
            ...before.filter(({ id }) => !withdraw.includes(id)),
            ...tell.map((one, index) => ({ ...one, id: `new ${index}` })),
          ];
          expect(after.map(({ kind }) => kind).sort()).toEqual([...wantedKinds].sort());
          expect(noteOf(after)).toBe(wanted.note);
          expect(changeBarriers(after, wanted)).toEqual({ withdraw: [], tell: [] });
        },
      ),
    );
  });
});
