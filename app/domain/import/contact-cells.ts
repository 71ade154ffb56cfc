import { readEmailAddress } from '../contact/email-address';
import type { LineCells } from './line-cells';

/** Reads a telephone number as people write it; null when it is none. */
export type ReadPhone = (text: string) => { e164: string; kind: 'mobile' | 'landline' } | null;

/** What a line says about reaching somebody; null says nothing. */
export interface ContactCells {
  mobile: string | null;
  landline: string | null;
  email: string | null;
}

/**
 * The numbers and the address of a line. What a number can do is decided by the number, not by its column:
 * a landline under "mobile" must never be sent a text.
 */
export function readContacts(cells: LineCells, readPhone: ReadPhone): ContactCells {
  const mobile = readNumber(cells, 'mobile', readPhone);
  const landline = readNumber(cells, 'landline', readPhone);
  const contacts: ContactCells = { mobile: null, landline: null, email: readEmail(cells) };
  // A number in its own column comes first; a misplaced one only fills what is empty.
  if (mobile?.kind === 'mobile') contacts.mobile = mobile.e164;
  if (landline?.kind === 'landline') contacts.landline = landline.e164;
  if (mobile?.kind === 'landline') {
    const kept = keep(contacts, 'landline', mobile.e164);
    cells.warning('mobile', kept ? 'is a landline and is kept as one: no texts will go to it' : NOT_KEPT.landline);
  }
  if (landline?.kind === 'mobile') {
    const kept = keep(contacts, 'mobile', landline.e164);
    cells.warning('landline', kept ? 'is a mobile and is kept as one' : NOT_KEPT.mobile);
  }
  return contacts;
}

const NOT_KEPT = {
  landline: 'is a landline and is not kept, because there is another under landline',
  mobile: 'is a mobile and is not kept, because there is another under mobile',
};

function keep(contacts: ContactCells, kind: 'mobile' | 'landline', e164: string): boolean {
  contacts[kind] ??= e164;
  return contacts[kind] === e164;
}

function readNumber(cells: LineCells, column: 'mobile' | 'landline', readPhone: ReadPhone) {
  const raw = cells.raw(column);
  if (raw === '') return null;
  // Longer than any way of writing a number; the reader need not try.
  const number = raw.length <= 40 ? readPhone(raw) : null;
  if (!number) cells.problem(column, 'is not a UK telephone number');
  return number;
}

function readEmail(cells: LineCells): string | null {
  const raw = cells.raw('email');
  if (raw === '') return null;
  const address = readEmailAddress(raw);
  if (!address) cells.problem('email', 'is not an email address');
  return address;
}
