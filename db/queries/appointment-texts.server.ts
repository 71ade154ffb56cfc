import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** What the appointments with these references are for, and what to bring to them. */
export async function listAppointmentTexts(q: Queryable, refs: string[]) {
  if (refs.length === 0) return [];
  const { appointments } = q.tables;
  return q
    .select({ ref: appointments.ref, purpose: appointments.purpose, bring: appointments.bring })
    .from(appointments)
    .where(isOneOf(q, appointments.ref, refs));
}
