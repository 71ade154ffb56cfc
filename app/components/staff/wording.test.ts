import { describe, expect, it } from 'vitest';
import { wordingFor } from './wording';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const LATER = Date.parse('2026-11-26T14:30:00Z');
const zone = 'Europe/London';

describe('when something was or will be', () => {
  it('is the time alone on a page about today', () => {
    expect(wordingFor('en', { zone, now: NOW, date: '2026-11-26' }).when(LATER)).toBe('2:30pm');
  });

  it.each([null, '2026-11-27'])('names the day on a page about %s', (date) => {
    expect(wordingFor('en', { zone, now: NOW, date }).when(LATER)).toBe('today, 2:30pm');
    expect(wordingFor('cy', { zone, now: NOW, date }).when(LATER)).toBe('heddiw, 2:30yp');
  });
});
