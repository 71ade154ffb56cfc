import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhoneNumbers } from '~/adapters/phone-numbers';
import { instantOf } from '../time/wall-clock';
import { APPOINTMENTS_FORMAT, readAppointmentLine } from './appointment-line';
import { CUSTOMERS_FORMAT, readCustomerLine } from './customer-line';
import type { FileFormat } from './header';
import { LineCells } from './line-cells';

const readPhone = (text: string) => createPhoneNumbers().parse(text);
const columnsOf = ({ required, optional }: FileFormat) => {
  const names = [...required, ...optional];
  return { places: new Map(names.map((name, index) => [name, index])), width: names.length };
};

function customer(overrides: Record<string, string>) {
  const values: Record<string, string> = {
    customer_ref: 'C1',
    first_name: 'Aled',
    last_name: 'Hughes',
    office_ref: 'BANGOR',
    ...overrides,
  };
  const columns = columnsOf(CUSTOMERS_FORMAT);
  const cells = new LineCells(
    columns,
    [...columns.places.keys()].map((name) => values[name] ?? ''),
  );
  const value = readCustomerLine(cells, { readPhone, hasOffice: (ref) => ref === 'BANGOR' });
  return { value, problems: cells.problems, warnings: cells.warnings };
}

function appointment(overrides: Record<string, string>) {
  const values: Record<string, string> = {
    appointment_ref: 'A1',
    customer_ref: 'C1',
    adviser_ref: 'V1',
    office_ref: 'BANGOR',
    kind: 'review',
    mode: 'in_person',
    starts_at: '2026-11-24T14:30',
    duration_minutes: '30',
    status: 'booked',
    ...overrides,
  };
  const columns = columnsOf(APPOINTMENTS_FORMAT);
  const cells = new LineCells(
    columns,
    [...columns.places.keys()].map((name) => values[name] ?? ''),
  );
  const context = { readPhone, instantOf, zoneOf: (ref: string) => (ref === 'BANGOR' ? 'Europe/London' : null) };
  return { value: readAppointmentLine(cells, context), problems: cells.problems, warnings: cells.warnings };
}

describe('a line of the customers file', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 (0)7700 900 123', '+447700900123'],
    ["'+44 7700 900123", '+447700900123'],
    ['(07700) 900-123', '+447700900123'],
  ])('reads the mobile %s', (mobile, e164) => {
    expect(customer({ mobile })).toMatchObject({ value: { mobile: e164, landline: null }, problems: [], warnings: [] });
  });

  it('keeps a landline that stands under mobile as a landline', () => {
    expect(customer({ mobile: '01632 960123' })).toMatchObject({
      value: { mobile: null, landline: '+441632960123' },
      warnings: ['mobile "01632 960123" is a landline and is kept as one: no texts will go to it'],
    });
    expect(customer({ mobile: '01632 960123', landline: '01632960124' })).toMatchObject({
      value: { mobile: null, landline: '+441632960124' },
      warnings: ['mobile "01632 960123" is a landline and is not kept, because there is another under landline'],
    });
  });

  it('keeps a mobile that stands under landline as a mobile', () => {
    expect(customer({ landline: '07700900123' })).toMatchObject({
      value: { mobile: '+447700900123', landline: null },
      warnings: ['landline "07700900123" is a mobile and is kept as one'],
    });
  });

  it('keeps accents, composed, and makes spaces single', () => {
    const { value } = customer({ first_name: 'Sia\u0302n', last_name: '  Llewelyn\u00a0 Jones ' });
    expect(value).toMatchObject({ firstName: 'Siân', lastName: 'Llewelyn Jones' });
    expect(value.firstName).toHaveLength(4);
  });

  it('writes the domain of an email in small letters, and no more', () => {
    expect(customer({ email: ' Sian.LL@Post.EXAMPLE ' }).value.email).toBe('Sian.LL@post.example');
  });

  it('keeps the first half of a whole postcode', () => {
    expect(customer({ home_area: 'll57 2ab' })).toMatchObject({
      value: { homeArea: 'LL57' },
      warnings: ['home_area is a whole postcode; only "LL57" is kept'],
    });
  });

  it('takes what a spreadsheet would run for text', () => {
    expect(customer({ first_name: '=HYPERLINK("x")' }).value.firstName).toBe('=HYPERLINK("x")');
    expect(customer({ first_name: "'=HYPERLINK" }).value.firstName).toBe('=HYPERLINK');
  });

  it.each([
    [{ customer_ref: ' ' }, ['customer_ref is empty']],
    [{ mobile: '0770090' }, ['mobile "0770090" is not a UK telephone number']],
    [{ email: 'sian@' }, ['email "sian@" is not an email address']],
    [{ language: 'fr' }, ['language "fr" must be en or cy']],
    [{ office_ref: 'NOWHERE' }, ['office_ref "NOWHERE" is not an office that is known']],
    [{ preferred_channel: 'pigeon' }, ['preferred_channel "pigeon" must be sms, email, voice, letter or call_list']],
    [{ discreet: 'perhaps' }, ['discreet "perhaps" must be yes or no']],
    [{ home_area: 'Bangor' }, ['home_area "Bangor" is not the first half of a postcode, such as LL57']],
    [{ first_name: 'A\u0000b' }, ['first_name "A?b" has a character that cannot be seen']],
    [{ last_name: 'A\u202eb' }, ['last_name "A?b" has a character that cannot be seen']],
    [{ last_name: 'x'.repeat(101) }, ['last_name is longer than 100 characters (it has 101)']],
    [{ mobile: 'x', email: 'y' }, ['mobile "x" is not a UK telephone number', 'email "y" is not an email address']],
  ])('refuses %j', (overrides, problems) => {
    expect(customer(overrides as Record<string, string>).problems).toEqual(problems);
  });

  it.each([
    [{ address: '14 Heol y Bryn, Bangor', postcode: 'll57 2ab' }, '14 Heol y Bryn\nBangor\nLL57 2AB'],
    [{ address: '14 Heol y Bryn', postcode: '' }, 'postcode is empty, but the other of the two is not'],
    [{ address: '', postcode: 'LL57 2AB' }, 'address is empty, but the other of the two is not'],
    [{ address: '14 Heol y Bryn', postcode: 'LL57' }, 'postcode is not a UK postcode, such as LL57 2AB'],
  ])('reads %j as %j, without repeating an address', (cells, expected) => {
    const read = customer(cells);
    expect([read.value.post, ...read.problems]).toContain(expected);
    expect(read.problems.join()).not.toContain('Heol');
  });

  it('leaves what it does not say as null', () => {
    expect(customer({ first_name: '', last_name: '', office_ref: '' }).value).toEqual({
      ref: 'C1',
      firstName: null,
      lastName: null,
      mobile: null,
      landline: null,
      email: null,
      language: null,
      officeRef: null,
      adviserRef: null,
      adviserName: null,
      homeArea: null,
      noMessages: null,
      post: null,
      preferredChannel: null,
      discreet: null,
    });
  });
});

describe('a line of the appointments file', () => {
  it('reads what the contract says', () => {
    expect(appointment({ status: 'Cancelled', purpose: 'Plan  the\nweek' })).toMatchObject({
      value: {
        startsAt: Date.parse('2026-11-24T14:30Z'),
        endsAt: Date.parse('2026-11-24T15:00Z'),
        status: 'cancelled_by_office',
        purpose: 'Plan the week',
        bring: null,
      },
      problems: [],
    });
  });

  it.each([
    [{ duration_minutes: '4' }, ['duration_minutes "4" must be a whole number from 5 to 480']],
    [{ duration_minutes: '481' }, ['duration_minutes "481" must be a whole number from 5 to 480']],
    [{ duration_minutes: '1e2' }, ['duration_minutes "1e2" must be a whole number from 5 to 480']],
    [{ duration_minutes: '' }, ['duration_minutes is empty']],
    [{ mode: 'fax' }, ['mode "fax" must be in_person, phone, video, home or outreach']],
    [{ mode: '' }, ['mode is empty']],
    [{ status: 'gone' }, ['status "gone" must be booked, cancelled, attended, failed_to_attend or rearranged']],
    [{ appointment_ref: '', kind: '', status: '' }, ['appointment_ref is empty', 'kind is empty', 'status is empty']],
    [{ office_ref: 'NOWHERE' }, ['office_ref "NOWHERE" is not an office that is known']],
  ])('refuses %j', (overrides, problems) => {
    const read = appointment(overrides as Record<string, string>);
    expect(read.value).toBeNull();
    expect(read.problems).toEqual(problems);
  });

  it('says when a line has too few or too many cells', () => {
    expect(new LineCells({ places: new Map(), width: 3 }, ['a', 'b', 'c', 'd']).problems).toEqual([
      'has 4 cells, but the first line has 3. Is there a comma in a cell without quotation marks?',
    ]);
    expect(new LineCells({ places: new Map(), width: 3 }, ['a']).problems).toEqual([
      'has 1 cell, but the first line has 3.',
    ]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('2026-10-25T01:30', '+44', '07700900123', '9'.repeat(400), '2026-13-45T99:99+99:99'),
);

describe('any text at all', () => {
  it('never makes a rule throw, and is either good or has its reasons', () => {
    const names = [...APPOINTMENTS_FORMAT.required, ...APPOINTMENTS_FORMAT.optional];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anyText), (overrides) => {
        const { value, problems } = appointment(overrides);
        expect(value === null).toBe(problems.length > 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never makes a rule of the customers file throw', () => {
    const names = [...CUSTOMERS_FORMAT.required, ...CUSTOMERS_FORMAT.optional];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anyText), (overrides) => {
        for (const problem of customer(overrides).problems) expect(problem).not.toMatch(/[\p{Cc}]/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
