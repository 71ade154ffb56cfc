import { CONTACT_FIELDS, type ContactValues } from '~/domain/journey/contact-form';
import { CONTACT_WAYS, type ContactWay } from '~/domain/journey/contact-record';
import type { StaffNotice } from '~/domain/staff-notice';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

/** What was typed into the line of a contact, field by field, whatever it was. */
export function contactValues(answers: Record<string, string>): ContactValues {
  return Object.fromEntries(
    CONTACT_FIELDS.map((field) => [field, (answers[field] ?? '').slice(0, 500)]),
  ) as unknown as ContactValues;
}

/** Which way is asked for by the address of the list; null for all. */
export function wayIn(url: URL): ContactWay | null {
  return CONTACT_WAYS.find((way) => way === url.searchParams.get('way')) ?? null;
}

/** Before which instant (ms) the page of the list begins; null for the newest. */
export function beforeIn(url: URL): number | null {
  const text = url.searchParams.get('before') ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** POST that takes a contact off the record, or puts it back, and leads back to the customer's contacts. */
export async function contactsDesk(
  { person, params, context }: Visit<SignedInStaff>,
  { stands }: { stands: boolean },
  notice: StaffNotice,
): Promise<Response> {
  const id = params.id ?? '';
  const set = await context.services.setContactOnRecord({ staff: person, id, stands });
  if (!set.ok) throw notFound();
  return backToPage(`/staff/customers/${set.customerId}/contacts`, notice, { id });
}
