import type { ContactKind } from '~/domain/contact/contact-point';
import { readEmailAddress } from '~/domain/contact/email-address';
import { readPostalAddress } from '~/domain/contact/postal-address';
import type { Deps } from './deps';
import type { ContactThing } from './own-contacts.server';

/** A number or address as somebody typed it; the fields of the others stay empty. */
export type TypedContact = Record<'phone' | 'email' | 'address' | 'postcode', string>;

export type ContactFault =
  | 'phone_empty'
  | 'phone_wrong'
  | 'email_empty'
  | 'email_wrong'
  | 'post_lines'
  | 'post_long_line'
  | 'post_hidden'
  | 'post_postcode';

/** A new number or address, read and checked: E.164, an email address, or the lines of a postal address. */
export interface NewContact {
  kind: ContactKind;
  value: string;
}

/** Reads what was typed. What a number can do is decided by the number. */
export function readNewContact(
  deps: Pick<Deps, 'phoneNumbers'>,
  thing: ContactThing,
  typed: TypedContact,
): { ok: true; contact: NewContact } | { ok: false; reason: ContactFault } {
  if (thing === 'phone') {
    if (typed.phone.trim() === '') return { ok: false, reason: 'phone_empty' };
    const number = typed.phone.length <= 40 ? deps.phoneNumbers.parse(typed.phone) : null;
    return number
      ? { ok: true, contact: { kind: number.kind, value: number.e164 } }
      : { ok: false, reason: 'phone_wrong' };
  }
  if (thing === 'email') {
    if (typed.email.trim() === '') return { ok: false, reason: 'email_empty' };
    const value = readEmailAddress(typed.email);
    return value ? { ok: true, contact: { kind: 'email', value } } : { ok: false, reason: 'email_wrong' };
  }
  const read = readPostalAddress(typed.address, typed.postcode);
  return read.ok
    ? { ok: true, contact: { kind: 'post', value: read.value } }
    : { ok: false, reason: `post_${read.problem}` };
}
