import { describe, expect, it } from 'vitest';
import { readCover, type CoverValues } from './cover-form';

const good: CoverValues = { adviser: 'sioned', standIn: 'rhys', from: '2026-11-24', until: '2026-12-04' };
const choice = { people: ['sioned', 'rhys'], today: '2026-11-24', before: null };
const read = (changes: Partial<CoverValues>, more: Partial<typeof choice> | { before: string } = {}) =>
  readCover({ ...good, ...changes }, { ...choice, ...more });

describe('the form of a cover', () => {
  it('is read from today on, and may be for one day', () => {
    expect(read({ until: '2026-11-24' })).toEqual({
      ...{ ok: true, adviserId: 'sioned', standInId: 'rhys' },
      ...{ fromOn: '2026-11-24', untilOn: '2026-11-24' },
    });
  });
  it.each([
    ['nobody chosen', { adviser: '', standIn: '' }, { adviser: 'choose_adviser', standIn: 'choose_stand_in' }],
    ['somebody of elsewhere', { standIn: 'ravi' }, { standIn: 'choose_stand_in' }],
    ['the same person', { standIn: 'sioned' }, { standIn: 'same_person' }],
    ['no dates', { from: '', until: '' }, { from: 'from_missing', until: 'until_missing' }],
    ['a date that does not exist', { until: '2026-11-31' }, { until: 'until_missing' }],
    ['a first day that is past', { from: '2026-11-23' }, { from: 'from_past' }],
    ['the wrong way round', { from: '2026-12-05' }, { until: 'until_before' }],
    ['wholly past', { from: '2026-11-01', until: '2026-11-02' }, { from: 'from_past', until: 'until_past' }],
    ['more than a year', { until: '2027-12-01' }, { until: 'too_long' }],
  ])('%s', (_name, changes, problems) => expect(read(changes)).toEqual({ ok: false, problems }));
  it('lets a first day stay that is past by now', () => {
    expect(read({ from: '2026-11-20' }, { before: '2026-11-20' }).ok).toBe(true);
    expect(read({ from: '2026-11-21' }, { before: '2026-11-20' }).ok).toBe(false);
  });
});
