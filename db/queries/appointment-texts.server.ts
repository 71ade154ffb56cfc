import { inArray } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** What the appointments with these references are for, and what to bring to them. */
export async function listAppointmentTexts(q: Queryable, refs: string[]) {
  if (refs.length === 0) return [];
  const { appointments } = q.tables;
  return q
    .select({ ref: appointments.ref, purpose: appointments.purpose, bring: appointments.bring })
    .from(appointments)
    .where(inArray(appointments.ref, refs));
}
