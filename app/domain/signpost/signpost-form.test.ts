import { describe, expect, it } from 'vitest';
import { askDay, isOpen, SIGNPOST_OUTCOMES } from './signpost';
import { pickValue, readGiving, readPick } from './signpost-form';

const id = '01932f7e-0000-7000-8000-000000000001';
const pick = { kind: 'club', targetId: id, need: 'fill_form' } as const;

describe('what is ticked', () => {
  it('is read as it was written', () => {
    expect(readPick(pickValue(pick))).toEqual(pick);
  });
  it.each(['', 'club', `club.${id}`, `club.${id}.constructor`, `pub.${id}.fill_form`, 'club.1.fill_form', `club.${id}.it.it`])(
    '%s is nothing',
    (value) => {
      expect(readPick(value)).toBeNull();
    },
  ); // prettier-ignore
});

describe('what is given', () => {
  const today = '2026-11-26';
  const value = pickValue(pick);
  it.each([
    [[value], '2026-12-10', { ok: true, picks: [pick], askOn: '2026-12-10' }],
    [[value], ' ', { ok: true, picks: [pick], askOn: null }],
    [[value], today, { ok: true, picks: [pick], askOn: today }],
    [[], '2026-12-10', { ok: false, problems: { pick: 'nothing' } }],
    [[value, 'x'], '2026-12-10', { ok: false, problems: { pick: 'wrong' } }],
    [[value], '2026-11-25', { ok: false, problems: { askOn: 'day_past' } }],
    [[value], '2026-02-30', { ok: false, problems: { askOn: 'day' } }],
    [[], '2028-02-01', { ok: false, problems: { pick: 'nothing', askOn: 'day_far' } }],
  ])('%j, asked on "%s"', (picks, askOn, result) => {
    expect(readGiving({ picks, askOn }, today)).toEqual(result);
  });
});

it('somebody asks two weeks on, while they may still go', () => {
  expect(askDay('2026-12-24')).toBe('2027-01-07');
  expect(SIGNPOST_OUTCOMES.filter(isOpen)).toEqual(['going', 'not_yet']);
  expect(isOpen(null)).toBe(true);
});
