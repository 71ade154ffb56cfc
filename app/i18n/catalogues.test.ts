import { describe, expect, it, test } from 'vitest';
import { CATALOGUES as catalogues } from '../../tests/support/catalogues';
import { keysOf } from './catalogue';

const sum = (of: 'draft' | 'reviewed') => catalogues.reduce((total, { review }) => total + review[of], 0);

describe('every catalogue', () => {
  it('is found, and has an area of its own', () => {
    const areas = catalogues.map(({ area }) => area);
    expect(areas).toContain('messages');
    expect(areas.length).toBeGreaterThan(1);
    expect(new Set(areas).size).toBe(areas.length);
  });
  it.each(catalogues.map((one) => [one.area, one] as const))('%s has the same entries in both languages', (_, one) => {
    expect(keysOf(one.in('cy')).sort()).toEqual(keysOf(one.in('en')).sort());
  });
});

test(`the Welsh: ${sum('reviewed')} entries reviewed, ${sum('draft')} drafts`, () => {
  const all = catalogues.reduce((total, { keys }) => total + keys.length, 0);
  expect(sum('reviewed') + sum('draft')).toBe(all);
});
