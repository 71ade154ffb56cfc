import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { isTooSoon, isWorthANotice, mayTakeBack, readText, unanswered, type JournalEntry } from './entry';

const entry = (writtenBy: 'customer' | 'staff', at: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ id: `${writtenBy}-${at}`, at, writtenBy, readAt: null, doneAt: null },
  ...more,
});

describe('what was typed', () => {
  it.each([
    ['Hello', { text: 'Hello' }],
    ['  two\r\nlines \r\n', { text: 'two\nlines' }],
    [' \n\t ', { fault: 'empty' }],
    ['x'.repeat(10), { text: 'x'.repeat(10) }],
    ['x'.repeat(11), { fault: 'too_long', characters: 11 }],
    ['🙂'.repeat(10), { text: '🙂'.repeat(10) }],
  ])('%j', (typed, read) => expect(readText(typed, 10)).toEqual(read));
});

describe('writing again', () => {
  it.each([
    [null, false],
    [1_000_000 - MINUTE + 1, true],
    [1_000_000 - MINUTE, false],
  ])('after an entry at %s', (lastAt, soon) => expect(isTooSoon(lastAt, 1_000_000)).toBe(soon));
});

describe('entries that wait for an answer', () => {
  const ids = (entries: JournalEntry[]) => unanswered(entries).map(({ id }) => id);
  it('are those after the last answer, oldest first', () => {
    expect(ids([entry('customer', 5), entry('customer', 4), entry('staff', 3), entry('customer', 2)])).toEqual([
      'customer-4',
      'customer-5',
    ]);
  });
  it('are not those that were dealt with; those that were only read still wait', () => {
    expect(ids([entry('customer', 1, { doneAt: 9 }), entry('customer', 2, { readAt: 9 })])).toEqual(['customer-2']);
  });
  it('are told apart at one instant by their ids', () => {
    expect(ids([entry('customer', 1, { id: 'b' }), entry('staff', 1, { id: 'a' })])).toEqual(['b']);
    expect(ids([entry('customer', 1, { id: 'a' }), entry('staff', 1, { id: 'b' })])).toEqual([]);
  });
  it('are none where nothing is', () => expect(ids([])).toEqual([]));
});

describe('a notice', () => {
  it.each([
    ['the first answer', [entry('customer', 1)], true],
    ['a second one within the hour, the first not read', [entry('staff', 10 * HOUR - 1)], false],
    ['the first read', [entry('staff', 10 * HOUR - 1, { readAt: 10 * HOUR })], true],
    ['an hour later', [entry('staff', 9 * HOUR)], true],
  ])('%s', (_name, entries, worth) => expect(isWorthANotice(entries, 10 * HOUR)).toBe(worth));
});

it('can be taken back by the customer until it is read or dealt with', () => {
  expect(mayTakeBack(entry('customer', 1))).toBe(true);
  expect(mayTakeBack(entry('customer', 1, { readAt: 2 }))).toBe(false);
  expect(mayTakeBack(entry('customer', 1, { doneAt: 2 }))).toBe(false);
  expect(mayTakeBack(entry('staff', 1))).toBe(false);
});
