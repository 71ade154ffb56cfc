import { describe, expect, it } from 'vitest';
import { APPOINTMENTS_FORMAT } from './appointment-line';
import { readHeader } from './header';

const FORMAT = { required: ['ref', 'starts_at'], optional: ['mobile', 'email'] };

describe('readHeader', () => {
  it('finds columns in any order, in small or capital letters, with spaces around them', () => {
    const read = readHeader([' Starts_At ', 'MOBILE', 'ref'], FORMAT);
    expect(read).toMatchObject({ ok: true, ignored: [] });
    expect(read.ok && [...read.columns.places]).toEqual([
      ['starts_at', 0],
      ['mobile', 1],
      ['ref', 2],
    ]);
  });

  it('names unknown columns, and guesses what they were meant to be', () => {
    const read = readHeader(['ref', 'starts_at', 'Colour', 'e-mail', 'moblie', 'ref2', 'line'], FORMAT);
    expect(read.ok && read.ignored).toEqual([
      { name: 'Colour', meant: null },
      { name: 'e-mail', meant: 'email' },
      { name: 'moblie', meant: 'mobile' },
      { name: 'ref2', meant: null },
      { name: 'line', meant: null },
    ]);
  });

  it.each([
    [
      ['ref', 'start_at'],
      'The column "starts_at" is missing. Is "start_at" meant to be "starts_at"? The first line has: "ref", "start_at".',
    ],
    [['x', 'y'], 'These columns are missing: "ref", "starts_at". The first line has: "x", "y".'],
    [['ref;starts_at;mobile'], 'The columns are separated by semicolons; they must be by commas.'],
    [['"ref"\t"starts_at"'], 'The columns are separated by tabs; they must be by commas.'],
    [['ref', 'starts_at', 'Ref'], 'The column "ref" is there twice.'],
  ])('refuses %j', (header, problem) => {
    expect(readHeader(header, FORMAT)).toEqual({ ok: false, problem });
  });

  it('takes the appointments file as the contract has it', () => {
    const header =
      'appointment_ref, customer_ref, first_name, last_name, mobile, landline, email, language, adviser_ref, adviser_name, office_ref, kind, mode, starts_at, duration_minutes, purpose, bring, status';
    expect(readHeader(header.split(','), APPOINTMENTS_FORMAT)).toMatchObject({ ok: true, ignored: [] });
  });
});
