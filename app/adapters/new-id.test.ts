import { describe, expect, it } from 'vitest';
import { validate, version } from 'uuid';
import { createNewId } from './new-id';

describe('createNewId', () => {
  it('makes identifiers of version 7 that sort as they were made, whatever the clock does', () => {
    let now = Date.parse('2026-11-24T10:00:00Z');
    const newId = createNewId(() => now);
    const made: string[] = [];
    for (const step of [0, 1, 0, -5_000, 6_000, 1]) {
      now += step;
      for (let n = 0; n < 2_000; n += 1) made.push(newId());
    }
    expect(made.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
    expect(Number.parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T10:00:00Z'));
  });

  it('makes others in another process at the same moment', () => {
    const both = [createNewId(() => 0), createNewId(() => 0)].flatMap((newId) => Array.from({ length: 1_000 }, newId));
    expect(new Set(both).size).toBe(2_000);
  });
});
