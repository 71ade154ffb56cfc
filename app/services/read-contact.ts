import type { ContactKind } from '~/domain/contact/contact-point';
import { readEmailAddress } from '~/domain/contact/email-address';
import type { Deps } from './deps';

/** A number or email address that somebody typed to say who they are, or why it cannot be one. */
export type TypedContact =
  { kind: Exclude<ContactKind, 'post'>; value: string } | { reason: 'empty' | 'not_a_contact' };

/** @returns the value as it is kept: an E.164 number, or an email address. */
export function readContact(deps: Pick<Deps, 'phoneNumbers'>, typed: string): TypedContact {
  const text = typed.trim();
  if (text === '') return { reason: 'empty' };
  if (text.includes('@')) {
    const value = readEmailAddress(text);
    return value ? { kind: 'email', value } : { reason: 'not_a_contact' };
  }
  const number = deps.phoneNumbers.parse(text);
  return number ? { kind: number.kind, value: number.e164 } : { reason: 'not_a_contact' };
}
